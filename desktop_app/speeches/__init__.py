"""Speech: who said what, when and in which words."""
