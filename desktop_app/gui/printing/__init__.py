"""Items on paper and as PDF: composed once, shown in the preview, printed and written alike."""
