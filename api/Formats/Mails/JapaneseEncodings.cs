using System.Runtime.CompilerServices;
using System.Text;

namespace SecurityTracker.Formats.Mails;

/// <summary>The names that Japanese mail programs give to encodings and that neither .NET nor MimeKit knows.</summary>
internal sealed class JapaneseEncodings : EncodingProvider
{
    private static readonly EncodingProvider Pages = CodePagesEncodingProvider.Instance;

    private JapaneseEncodings()
    {
    }

    /// <summary>Makes them known to the process before MimeKit is used, which looks once for what there is.</summary>
    [ModuleInitializer]
    internal static void Register()
    {
        Encoding.RegisterProvider(Pages);
        Encoding.RegisterProvider(new JapaneseEncodings());
    }

    /// <inheritdoc/>
    public override Encoding? GetEncoding(int codepage) => null;

    /// <inheritdoc/>
    public override Encoding? GetEncoding(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.ToUpperInvariant() switch
        {
            "ISO-2022-JP-1" or "ISO-2022-JP-2" or "ISO-2022-JP-MS" or "CP50220" or "CP50221" => Pages.GetEncoding(50220),
            "SHIFT-JIS" or "SJIS" or "WINDOWS-31J" or "CP932" or "MS932" or "MS_KANJI" => Pages.GetEncoding(932),
            "EUCJP" or "EUCJP-MS" or "CP51932" => Pages.GetEncoding(51932),
            "UTF8" or "CP65001" => Encoding.UTF8,
            _ => null,
        };
    }
}
