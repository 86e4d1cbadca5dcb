"""Archives of our own sentences, as large as one likes, as a crawler leaves them."""
