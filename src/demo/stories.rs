//! What the shop's pages tell of the invented families: in their own words, and nothing about anybody's health.

use super::{cast::ORGANISER, plan::Plan, teller::Teller};
use crate::app::{
    Refusal,
    shop::{SetGridPage, ShowSharing},
};

/// A grid that its family shows in the shop, and the story it tells. Who is not listed here wanted to stay off the pages.
const STORIES: &[(&str, Option<&str>)] = &[
    ("A01", Some("天没亮我就和面，六点出锅，七点装篮子。玉米面是老家寄来的，磨得粗，嚼着香。\n卖不完的，晚上送给隔壁楼值班的师傅。")),
    ("A02", Some("一口缸是我妈留下的，腌了三十年菜。萝卜要晒三个太阳，蒜要等小满以后的。\n咸了淡了您说，下一缸就改。")),
    ("A03", Some("接送孩子中间的两个钟头，我坐在校门口织。一顶帽子三天，一条围巾一个星期。\n颜色可以挑，尺寸可以改。")),
    ("A04", Some("果子是表弟园里的，没打蜡，个头有大有小，一样的甜。有碰伤的我都挑出来，自己家吃。")),
    ("A05", Some("布头攒了一柜子，哪块是谁的旧衣裳我都记得。缝成小猫，缝成钱包，它们就又能出门了。")),
    ("A06", Some("鸡在山坡上跑，鸭在塘里游。下多少卖多少，冬天少，别怪它们。")),
    ("A07", Some("豆子泡一夜，石磨转一早上。老豆腐要用卤水点，急不得。豆浆八点前来最热。")),
    ("A08", Some("皂要晾四十天才用得，所以这个月卖的，是上上个月做的。艾草是端午前割的。\n不加香精，味道淡，洗完手不干。")),
    ("A09", None),
    ("A10", Some("糖熬到拉得出丝，花生要趁热拌，手慢一点就散了。过年那几天全家一起做，做到半夜还在笑。")),
    ("A11", Some("我家阳台朝南，八平方米住了两百多盆。分出来的小苗舍不得扔，就请您带回家。\n怎么浇水，我写在盆底。")),
    ("A12", Some("蜂箱跟着花走，春天油菜，夏天荆条，秋天桂花。瓶子洗干净拿回来，下一瓶便宜一块。")),
    ("A13", Some("竹子是后山的，砍了要阴干一年。凳子不用一颗钉子，坐十年不晃。")),
    ("A14", Some("一大早熬，放凉了装瓶，不放冰糖的和放冰糖的各一锅。天热多走两步，来喝一杯。")),
    ("B01", Some("韭菜当天割，面当天和，油一天一换。想吃现烙的，跟我说一声，等五分钟。")),
    ("B02", Some("菜是凌晨摘的，带着泥，放得住。泥洗掉就好，里面都是好的。")),
    ("B03", Some("绳子在手里绕着绕着，一天就过去了。手链的颜色是孩子们配的，她们比我会配。")),
    ("B04", Some("五谷都是今年新下的。小米熬出油，要小火，要等。怎么熬，我给您写张纸条。")),
    ("B05", Some("炉子是二手的，方子是奶奶的。桃酥掉渣才对，不掉渣就是油放少了。")),
    ("B06", Some("每个杯子都有一点点歪，那是我的手。烧坏的比烧好的多，烧好的都在这里了。")),
    ("B07", Some("山货要赶在雨前收，回来一朵一朵拣。泡香菇的水别倒，炒菜最鲜。")),
    ("B08", Some("我画我们这条河，画了六年，每天的水都不一样。灯笼和风筝，是教孩子们一起糊的。")),
    ("B10", Some("棉布先下水缩过，做成什么尺寸，洗了还是什么尺寸。鞋垫一双纳两千针，我数过。")),
];

/// Grids whose families want everybody to see how their sales are shared.
const OPEN: &[&str] = &["A01", "A03", "A05", "A08", "A12", "B01", "B03", "B06"];

/// What each family tells in the shop, on the first morning: a grid is its owner's from that day.
pub async fn pages(teller: &Teller, plan: Plan) -> Result<(), Refusal> {
    let organiser = plan.person(ORGANISER);
    for (code, story) in STORIES {
        let page = SetGridPage { grid: plan.grid(code), story: story.map(str::to_owned), published: true };
        teller.asks(organiser, &format!("page {code}"), page).await?;
    }
    for code in OPEN {
        let consent = ShowSharing { grid: plan.grid(code), manner: Some("spoken".to_owned()) };
        teller.asks(organiser, &format!("sharing {code}"), consent).await?;
    }
    Ok(())
}
