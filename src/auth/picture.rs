//! A picture PIN: three of nine pictures, for people who do not read figures well.

/// One of the nine, in the order of their places on the screen's lattice; a place never moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Picture {
    /// 鱼
    Fish,
    /// 花
    Flower,
    /// 伞
    Umbrella,
    /// 猫
    Cat,
    /// 月亮
    Moon,
    /// 树
    Tree,
    /// 房子
    House,
    /// 钥匙
    Key,
    /// 船
    Boat,
}

impl Picture {
    /// Its name for programs.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Fish => "fish",
            Self::Flower => "flower",
            Self::Umbrella => "umbrella",
            Self::Cat => "cat",
            Self::Moon => "moon",
            Self::Tree => "tree",
            Self::House => "house",
            Self::Key => "key",
            Self::Boat => "boat",
        }
    }
}

/// Three different pictures. In which order they were tapped does not matter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PicturePin([Picture; 3]);

impl PicturePin {
    /// Of pictures as they were tapped; `None` unless they are three different ones.
    #[must_use]
    pub fn of(tapped: &[Picture]) -> Option<Self> {
        let mut three: [Picture; 3] = tapped.try_into().ok()?;
        three.sort_unstable();
        let different = three.windows(2).all(|pair| pair[0] != pair[1]);
        different.then_some(Self(three))
    }

    /// What is hashed: the same for every order of tapping.
    #[must_use]
    pub fn text(self) -> String {
        self.0.map(Picture::slug).join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_different_pictures_are_a_pin_in_any_order() {
        use Picture::{Boat, Cat, Fish, Moon};
        let text = |tapped: &[Picture]| PicturePin::of(tapped).map(PicturePin::text);
        assert_eq!(text(&[Moon, Cat, Fish]), Some("fish cat moon".to_owned()));
        assert_eq!(text(&[Fish, Moon, Cat]), text(&[Moon, Cat, Fish]));
        for no_pin in [&[][..], &[Fish, Moon], &[Fish, Moon, Fish], &[Fish, Moon, Cat, Boat]] {
            assert_eq!(text(no_pin), None, "{no_pin:?}");
        }
    }
}
