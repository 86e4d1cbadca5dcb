"""What money buys and when: orders, backlog, capacity, output and deliveries of an item, month by month."""
