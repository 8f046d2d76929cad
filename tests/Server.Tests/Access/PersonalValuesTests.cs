using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Server.Access;

namespace SecurityTracker.ServerTests.Access;

[Collection(Shared.Access)]
public sealed class PersonalValuesTests(TestServer server)
{
    private readonly PersonalValues values = server.Services.GetRequiredService<PersonalValues>();

    [Fact]
    public async Task A_kept_value_is_read_back_and_an_erased_one_says_so()
    {
        var (kept, erased) = (await Keep("髙﨑 𠮷子"), await Keep("消える人"));
        await using var command = server.Database.CreateCommand("DELETE FROM personal_values WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = erased.Id });
        await command.ExecuteNonQueryAsync();

        var found = await values.Load([kept, erased, kept], CancellationToken.None);

        found[kept].ShouldBe("髙﨑 𠮷子");
        found[erased].ShouldBe(PersonalValues.Erased);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_session_that_is_not_saved()
    {
        var reference = values.Keep(server.Store.OpenSession(), Guid.NewGuid(), "name", "だれか");

        (await values.Load(reference, CancellationToken.None)).ShouldBe(PersonalValues.Erased);
    }

    private async Task<PersonalRef> Keep(string value)
    {
        var session = server.Store.OpenSession();
        var reference = values.Keep(session, Guid.NewGuid(), "representativeName", value);
        await session.SaveChanges(CancellationToken.None);
        return reference;
    }
}
