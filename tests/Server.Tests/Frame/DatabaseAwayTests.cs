using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Server.Access;
using SecurityTracker.Server.Postgres;
using SecurityTracker.ServerTests.Access;
using Xunit.Abstractions;

namespace SecurityTracker.ServerTests.Frame;

/// <summary>Every route while the database is away, and while it takes connections and says nothing: a 503 in time, also where the answer would have been a refusal.</summary>
public sealed class DatabaseAwayTests(FailuresTests.BreakableServer server, ITestOutputHelper output) : IClassFixture<FailuresTests.BreakableServer>
{
    private static readonly TimeSpan Deadline = Database.ConnectDeadline + Database.CommandDeadline + TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Every_route_answers_while_the_database_is_away()
    {
        var asking = await Prepare();
        server.Wire.Cut();
        try
        {
            await Demand(asking);
        }
        finally
        {
            server.Wire.Mend();
        }
    }

    [Fact]
    public async Task Every_route_answers_while_the_database_hangs()
    {
        var asking = await Prepare();
        server.Wire.Hang();
        try
        {
            await Demand(asking);
            var began = Stopwatch.StartNew();
            using var ready = await server.CreateClient().GetAsync("/health/ready");
            ((int)ready.StatusCode).ShouldBe(503);
            began.Elapsed.ShouldBeLessThan(Deadline);
        }
        finally
        {
            server.Wire.Flow();
        }

        await server.CreateClient().GetAsync("/api/organisations").Json();
    }

    [Theory]
    [InlineData("53100")]
    [InlineData("53200")]
    [InlineData("53300")]
    [InlineData("57P01")]
    [InlineData("57P03")]
    [InlineData("57014")]
    [InlineData("58030")]
    [InlineData("25006")]
    [InlineData("XX000")]
    public void No_room_and_no_server_are_a_database_that_is_away(string state)
    {
        var fault = new PostgresException("no", "ERROR", "ERROR", state);

        DatabaseFaults.IsUnavailable(fault).ShouldBeTrue();
        DatabaseFaults.IsUnavailable(new InvalidOperationException("as the framework wraps it", fault)).ShouldBeTrue();
    }

    [Fact]
    public void A_statement_that_is_wrong_is_not() => DatabaseFaults.IsUnavailable(new PostgresException("no", "ERROR", "ERROR", "42703")).ShouldBeFalse();

    // Each route twice: as somebody who is signed in, and as nobody, whose refusal is noted in the database before it is answered.
    private async Task<List<(string Name, Func<Task<HttpResponseMessage>> Ask)>> Prepare()
    {
        var signedIn = server.CreateClient();
        await signedIn.GetAsync("/api/organisations").Json();
        var anonymous = server.CreateAnonymousClient();
        anonymous.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var bodies = new MatrixBodies(ApiDescription.Read());
        var things = new MatrixThings(FirstOrganisations.ContractorId, FirstOrganisations.SectionId, Guid.NewGuid(), Guid.NewGuid(), new Dictionary<string, Guid>());
        var asking = new List<(string, Func<Task<HttpResponseMessage>>)>();
        foreach (var route in MatrixPaths.Routes(server.Services.GetRequiredService<EndpointDataSource>().Endpoints))
        {
            var (name, method) = (MatrixPaths.NameOf(route), new HttpMethod(route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]));
            var address = MatrixPaths.Of(route.RoutePattern, things)!.Path + bodies.Query(name);
            foreach (var client in new[] { signedIn, anonymous })
            {
                asking.Add(($"{name} {(client == signedIn ? "signed in" : "nobody")}", () => client.SendAsync(new HttpRequestMessage(method, address) { Content = bodies.Of(name, things) })));
            }
        }

        return asking;
    }

    private async Task Demand(List<(string Name, Func<Task<HttpResponseMessage>> Ask)> asking)
    {
        var wrong = new List<string>();
        var away = 0;
        // Not all at once: these are fewer than the connections of the pool, as they are in a server that is used.
        foreach (var some in asking.Chunk(70))
        {
            await Task.WhenAll(some.Select(async asked =>
            {
                var began = Stopwatch.StartNew();
                using var answer = await asked.Ask();
                var status = (int)answer.StatusCode;
                lock (wrong)
                {
                    away += status == 503 ? 1 : 0;
                    if ((status >= 500 && status != 503) || began.Elapsed > Deadline)
                    {
                        wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{asked.Name}: {status} after {began.Elapsed.TotalSeconds:0.0} s"));
                    }
                }
            }));
        }

        output.WriteLine($"{away} of {asking.Count} answered 503");
        wrong.ShouldBeEmpty();
        // The others are refused before the database is asked; of strangers only so many refusals a minute are noted.
        away.ShouldBeGreaterThan(asking.Count / 2);
    }
}
