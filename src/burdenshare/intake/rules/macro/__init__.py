"""What macroeconomic vintages must satisfy: units and bounds, identities inside one, agreement between neighbours."""
