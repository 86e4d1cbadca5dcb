"""The forms in which the whole record travels, declared once for who writes them and who reads them back."""
