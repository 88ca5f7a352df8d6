//! Which rows go on which page: as many as fit, and never a page of signatures alone.
#![expect(clippy::float_arithmetic, reason = "heights on paper in points; no money here")]

use std::ops::Range;

/// Rows that the closing block takes along to a new page.
const TAKEN_ALONG: usize = 3;

/// Heights in points that rows may fill.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rooms {
    /// On the first page.
    pub(super) first: f32,
    /// On every other page.
    pub(super) others: f32,
    /// Needed after the last row, on the same page.
    pub(super) closing: f32,
}

/// A range of rows per page, in order, covering all; the closing block fits below the last range. At least one page.
pub(super) fn pages(heights: &[f32], rooms: Rooms) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut used, mut room) = (0, 0.0, rooms.first);
    for (row, height) in heights.iter().enumerate() {
        if used + height > room && row > start {
            pages.push(start..row);
            (start, used, room) = (row, 0.0, rooms.others);
        }
        used += height;
    }
    if used + rooms.closing > room {
        let (mut keep, mut needed) = (heights.len(), rooms.closing);
        while let Some(height) = heights.get(start..keep).and_then(<[f32]>::last) {
            needed += height;
            if needed > rooms.others || heights.len() - keep == TAKEN_ALONG {
                break;
            }
            keep -= 1;
        }
        pages.push(start..keep);
        start = keep;
    }
    pages.push(start..heights.len());
    pages
}

#[cfg(test)]
mod tests {
    use super::{Rooms, pages};

    const ROOMS: Rooms = Rooms { first: 50.0, others: 100.0, closing: 40.0 };

    #[test]
    fn rows_fill_pages_and_the_closing_block_never_stands_alone() {
        let of = |rows: usize| pages(&vec![10.0; rows], ROOMS);
        assert_eq!(of(0), vec![0..0]);
        assert_eq!(of(1), vec![0..1]);
        assert_eq!(of(2), vec![0..0, 0..2], "two rows go along rather than signatures alone");
        assert_eq!(of(5), vec![0..2, 2..5]);
        assert_eq!(of(11), vec![0..5, 5..11]);
        assert_eq!(of(12), vec![0..5, 5..9, 9..12]);
    }

    #[test]
    fn every_row_is_on_exactly_one_page_and_each_page_holds() {
        for rows in 0..300 {
            let heights: Vec<f32> = [10.0, 13.0, 10.0, 16.0, 28.0, 10.0, 22.0].into_iter().cycle().take(rows).collect();
            let ranges = pages(&heights, ROOMS);
            assert_eq!(ranges.iter().cloned().flatten().collect::<Vec<_>>(), (0..rows).collect::<Vec<_>>());
            for (page, range) in ranges.iter().enumerate() {
                let used: f32 = heights[range.clone()].iter().sum();
                let closing = if page + 1 == ranges.len() { ROOMS.closing } else { 0.0 };
                assert!(used + closing <= if page == 0 { ROOMS.first } else { ROOMS.others }, "{rows} rows, page {page}");
            }
        }
    }
}
