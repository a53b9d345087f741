"""Web archives: their compressed members, their records, and the pages among these."""
