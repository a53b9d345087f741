"""Bars of years, months or days, of which a stretch is brushed with the mouse or the keys."""
