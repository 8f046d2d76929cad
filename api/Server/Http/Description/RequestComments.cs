using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SecurityTracker.Server.Http;

/// <summary>What the comments on the request records say of each parameter, out of the file that the compiler writes of them.</summary>
internal sealed partial class RequestComments
{
    private readonly Dictionary<string, XElement> types = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{typeof(RequestComments).Assembly.GetName().Name}.xml"))
        .Descendants("member")
        .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value[2..], StringComparer.Ordinal);

    /// <summary>The comment on the property of a source, as one line, or null.</summary>
    public string? Of(RequestSource source)
    {
        var type = source.Owner.IsGenericType ? source.Owner.GetGenericTypeDefinition() : source.Owner;
        var comment = types.GetValueOrDefault(type.FullName!)?.Elements("param").FirstOrDefault(param => param.Attribute("name")!.Value == source.Property);
        return comment is null ? null : Space().Replace(comment.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
