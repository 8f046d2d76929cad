using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SecurityTracker.Server.Http;

/// <summary>What the comments on endpoints and on their request records say, out of the file that the compiler writes of them.</summary>
internal sealed class RequestComments
{
    private readonly Dictionary<string, XElement> types = XDocument.Load(Path.ChangeExtension(typeof(RequestComments).Assembly.Location, "xml"))
        .Descendants("member")
        .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value[2..], StringComparer.Ordinal);

    /// <summary>The comment on the property of a source, as one line, or null.</summary>
    public string? Of(RequestSource source) =>
        Line(CommentsOf(source.Owner)?.Elements("param").FirstOrDefault(param => param.Attribute("name")!.Value == source.Property));

    /// <summary>What an endpoint does, as one line, or null.</summary>
    public string? Of(Type endpoint) => Line(CommentsOf(endpoint)?.Element("summary"));

    private XElement? CommentsOf(Type type) => types.GetValueOrDefault((type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!);

    private static string? Line(XElement? comment) =>
        comment is null ? null : string.Join(' ', XmlCommentsTextHelper.Humanize(string.Concat(comment.Nodes())).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
