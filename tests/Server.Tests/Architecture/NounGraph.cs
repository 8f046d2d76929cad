using Mono.Cecil;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>Which nouns (folders, and so namespaces) of a project know which, as its compiled code says: what stands in names and comments does not count.</summary>
internal sealed class NounGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), SortedSet<string>> because = [];
    private readonly string root;
    private readonly string? whole;

    private NounGraph(string root, string? whole) => (this.root, this.whole) = (root, whole);

    /// <summary>Lines <c>Reports → Catalogue Contracts</c>, a noun a line, also those that know none.</summary>
    public IEnumerable<string> Lines => known.Select(noun => $"{noun.Key} → {string.Join(' ', noun.Value)}".TrimEnd());

    /// <summary>The groups of nouns in which each reaches each; a house without circles has none.</summary>
    public IReadOnlyList<string> Circles => [.. known.Keys
        .Select(noun => string.Join(' ', known.Keys.Where(other => Reaches(noun, other) && Reaches(other, noun))))
        .Where(circle => circle.Contains(' ', StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>The types that make one noun know another.</summary>
    public IEnumerable<string> Because(string from, string to) => because.GetValueOrDefault((from, to)) ?? [];

    /// <summary>Reads an assembly; the noun of a type is what follows the root in its namespace.</summary>
    /// <param name="assembly">The project.</param>
    /// <param name="root">Its namespace.</param>
    /// <param name="whole">What the types of the root itself are taken for; left out where they are the ground on which every noun stands.</param>
    public static NounGraph Of(System.Reflection.Assembly assembly, string root, string? whole = null)
    {
        var graph = new NounGraph(root, whole);
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        foreach (var type in module.GetTypes())
        {
            if (graph.NounOf(type) is { } noun)
            {
                graph.known.TryAdd(noun, []);
                foreach (var used in Used(type))
                {
                    graph.Add(noun, type, used);
                }
            }
        }

        return graph;
    }

    private void Add(string noun, TypeDefinition type, TypeReference used)
    {
        if (NounOf(used.GetElementType()) is { } other && other != noun)
        {
            known[noun].Add(other);
            if (!because.TryGetValue((noun, other), out var types))
            {
                because[(noun, other)] = types = new(StringComparer.Ordinal);
            }

            types.Add($"{Outermost(type).Name} uses {Outermost(used.GetElementType()).Name}");
        }

        if (used is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(noun, type, argument);
            }
        }
    }

    private bool Reaches(string from, string to)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([from]));
        while (next.TryPop(out var noun))
        {
            foreach (var other in known.GetValueOrDefault(noun) ?? [])
            {
                if (other == to)
                {
                    return true;
                }

                if (seen.Add(other))
                {
                    next.Push(other);
                }
            }
        }

        return false;
    }

    private string? NounOf(TypeReference type)
    {
        var space = Outermost(type).Namespace;
        return space == root ? whole : space.StartsWith($"{root}.", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;
    }

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> Used(TypeDefinition type) => new[] { type.BaseType }
        .Concat(type.Interfaces.Select(i => i.InterfaceType))
        .Concat(type.Fields.Select(field => field.FieldType))
        .Concat(type.CustomAttributes.Select(attribute => attribute.AttributeType))
        .Concat(type.Methods.SelectMany(Used))
        .Where(used => used is not null);

    private static IEnumerable<TypeReference> Used(MethodDefinition method)
    {
        var signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);
        return method.HasBody
            ? signature
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.Instructions.SelectMany(instruction => Used(instruction.Operand)))
            : signature;
    }

    private static IEnumerable<TypeReference> Used(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };
}
