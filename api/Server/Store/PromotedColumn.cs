using System.Globalization;
using System.Reflection;
using Marten;
using Marten.Schema;
using NpgsqlTypes;
using Weasel.Postgresql.Tables;

namespace SecurityTracker.Server.Store;

/// <summary>
/// A column beside the JSON of a snapshot. To Marten it is a property of the document like any other; its value is what a function of
/// the noun's makes of the state, so that no state carries members for the database's sake.
/// </summary>
internal sealed class PromotedColumn(Type document, string column, string pgType, bool index, Func<object, object?> value) : PropertyInfo
{
    // A type that is not here fails when the noun is registered.
    private static readonly Dictionary<string, (Type Value, NpgsqlDbType Column)> Types = new(StringComparer.Ordinal)
    {
        ["uuid"] = (typeof(Guid?), NpgsqlDbType.Uuid),
        ["uuid[]"] = (typeof(Guid[]), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
        ["text"] = (typeof(string), NpgsqlDbType.Text),
        ["varchar"] = (typeof(string), NpgsqlDbType.Text),
        ["text[]"] = (typeof(string[]), NpgsqlDbType.Array | NpgsqlDbType.Text),
        ["integer"] = (typeof(int?), NpgsqlDbType.Integer),
        ["bigint"] = (typeof(long?), NpgsqlDbType.Bigint),
        ["boolean"] = (typeof(bool?), NpgsqlDbType.Boolean),
        ["date"] = (typeof(DateOnly?), NpgsqlDbType.Date),
        ["timestamptz"] = (typeof(DateTimeOffset?), NpgsqlDbType.TimestampTz),
    };

    public override string Name => column;

    public string PgType => pgType;

    public bool IsIndexed => index;

    public override Type PropertyType => Types[pgType].Value;

    public NpgsqlDbType DbType => Types[pgType].Column;

    public override PropertyAttributes Attributes => PropertyAttributes.None;

    public override bool CanRead => true;

    public override bool CanWrite => false;

    public override Type? DeclaringType => document;

    public override Type? ReflectedType => document;

    public override object? GetValue(object? obj, BindingFlags invokeAttr, Binder? binder, object?[]? index, CultureInfo? culture) =>
        value(obj!) is var found && found is Enum word ? word.ToString() : found;

    public override void SetValue(object? obj, object? value, BindingFlags invokeAttr, Binder? binder, object?[]? index, CultureInfo? culture) => throw new NotSupportedException();

    public override MethodInfo[] GetAccessors(bool nonPublic) => [];

    public override MethodInfo? GetGetMethod(bool nonPublic) => null;

    public override MethodInfo? GetSetMethod(bool nonPublic) => null;

    public override ParameterInfo[] GetIndexParameters() => [];

    public override object[] GetCustomAttributes(bool inherit) => [];

    public override object[] GetCustomAttributes(Type attributeType, bool inherit) => (object[])Array.CreateInstance(attributeType, 0);

    public override bool IsDefined(Type attributeType, bool inherit) => false;
}

/// <summary>Gives the table of each noun its promoted columns and their indexes.</summary>
internal sealed class PromotedColumns(Nouns nouns) : IDocumentPolicy
{
    public void Apply(DocumentMapping mapping)
    {
        foreach (var column in nouns.All.SingleOrDefault(n => n.DocumentType == mapping.DocumentType)?.Columns ?? [])
        {
            mapping.DuplicateField([column], column.PgType, column.Name).DbType = column.DbType;
            if (column.IsIndexed)
            {
                var isArray = column.PropertyType.IsArray;
                mapping.Indexes.Add(new DocumentIndex(mapping, isArray ? [column.Name] : [column.Name, "id"]) { Method = isArray ? IndexMethod.gin : IndexMethod.btree });
            }
        }
    }
}
