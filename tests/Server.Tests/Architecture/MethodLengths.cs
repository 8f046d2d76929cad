using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>How many lines of source the methods of an assembly span, by what its debugger's file says of them: from the first brace to the last, or the expression.</summary>
internal static class MethodLengths
{
    /// <summary>The methods that people wrote, each by its class and name, with its lines. Where one stands in another, such as a lambda, the other has its lines too.</summary>
    public static IEnumerable<(string Method, int Lines)> Of(Assembly assembly)
    {
        using var symbols = File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        foreach (var handle in reader.MethodDebugInformation)
        {
            var debug = reader.GetMethodDebugInformation(handle);
            var points = debug.GetSequencePoints().Where(point => !point.IsHidden && IsWritten(reader, point.Document)).ToList();
            var token = MetadataTokens.GetToken(handle.ToDefinitionHandle());
            // The initial values of fields stand all over a class, and are its constructor's.
            if (points.Count > 0 && assembly.ManifestModule.ResolveMethod(token) is MethodInfo method)
            {
                yield return (NameOf(method), points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1);
            }
        }
    }

    private static bool IsWritten(MetadataReader reader, DocumentHandle document) =>
        !reader.GetString(reader.GetDocument(document).Name).Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal);

    /// <summary>What the compiler makes of a method that waits or yields is a class of its own, named after it.</summary>
    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        return type.Name.StartsWith('<') && type.Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end
            ? $"{type.DeclaringType!.Name}.{type.Name[1..end]}"
            : $"{type.Name}.{method.Name}";
    }
}
