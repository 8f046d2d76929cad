namespace SecurityTracker.Server.Erasure;

/// <summary>Rows that are a person's own beside the personal values (account, sessions, tokens): they go with the erasure.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column with the person's id, or, by mail, with the address.</param>
/// <param name="ByMail">Whether the column holds the person's mail address in place of the id.</param>
internal sealed record PersonRows(string Table, string Column, bool ByMail = false);

/// <summary>Registration by the noun that owns the table.</summary>
internal static class PersonRowsRegistration
{
    /// <summary>Rows of this table go when the person whose id stands in <paramref name="column"/> is erased. In the order in which they must go.</summary>
    public static IServiceCollection ErasedWithPerson(this IServiceCollection services, string table, string column = "person_id", bool byMail = false) =>
        services.AddSingleton(new PersonRows(table, column, byMail));
}
