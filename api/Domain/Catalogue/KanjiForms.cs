using System.Text;

namespace SecurityTracker.Domain.Catalogue;

/// <summary>
/// The characters that text layers of PDFs hold in place of kanji, and the pieces that macOS leaves of kana. Radicals
/// (U+2E80–2FDF) are read as the kanji that Unicode names for them (Equivalent_Unified_Ideograph, UCD 14), which is more than
/// NFC knows; letters of another width, ① and 髙 stay what they are, which is less than NFKC does.
/// </summary>
public static class KanjiForms
{
    private const char First = '\u2E80';
    private const char FirstKangxi = '\u2F00';
    private const char LastKangxi = '\u2FD5';

    /// <summary>The kanji of the radicals from U+2F00, in their order.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
        "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
        "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>The other radicals, each before its kanji.</summary>
    private const string Others =
        "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌" + " " +
        "⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓" + " " +
        "⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝" + " " +
        "⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐" + " " +
        "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟";

    private static readonly Dictionary<char, string> Supplement = Others.Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);

    /// <summary>The kanji that a radical is read as, or null for any other character.</summary>
    public static string? Of(char c) => c is < First or > LastKangxi ? null : c >= FirstKangxi ? Kangxi[c - FirstKangxi].ToString() : Supplement.GetValueOrDefault(c);

    /// <summary>A text as it is kept and proposed: radicals as kanji, and composed (NFC).</summary>
    public static string Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Composed(text.AsSpan().ContainsAnyInRange(First, LastKangxi) ? string.Concat(text.Select(c => Of(c) ?? c.ToString())) : text);
    }

    /// <summary>A text in composed form (NFC); what is not sound text stays as it is.</summary>
    public static string Composed(string text) => SoundText.Is(text) ? SoundText.Normal(text, NormalizationForm.FormC) : text;
}
