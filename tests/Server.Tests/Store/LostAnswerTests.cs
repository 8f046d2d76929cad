using System.Net;
using Microsoft.AspNetCore.Hosting;
using Npgsql;

namespace SecurityTracker.ServerTests.Store;

/// <summary>The whole program on a wire that loses an answer of the database, that of COMMIT among them.</summary>
public sealed class LostAnswerTests(LostAnswerTests.ServerOnAWire server) : IClassFixture<LostAnswerTests.ServerOnAWire>
{
    [Fact]
    public async Task Whichever_answer_is_lost_the_same_request_with_its_key_is_carried_out_once()
    {
        var client = server.CreateClient();
        var lost = 0;
        for (var answers = 0; answers < 12; answers++)
        {
            var organisation = new { kind = "CONTRACTOR", name = $"第{answers}製作所" };
            await client.GetAsync("/api/organisations").Json();

            server.Wire.CutAfter(answers);
            using var first = await client.When(Post("/api/organisations", organisation).Under($"key-{answers}"));
            server.Wire.LetPass();
            if (first.StatusCode != HttpStatusCode.Created)
            {
                await Task.FromResult(first).Refuses(503, "database-unavailable");
                lost++;
            }

            await client.When(Post("/api/organisations", organisation).Under($"key-{answers}")).Written(HttpStatusCode.Created);
            await using var count = server.Database.CreateCommand("SELECT count(*) FROM mt_doc_organisation WHERE name = $1");
            count.Parameters.Add(new() { Value = organisation.name });
            (await count.ExecuteScalarAsync()).ShouldBe(1L, $"after {answers} answers");
        }

        lost.ShouldBeGreaterThan(0);
    }

    public sealed class ServerOnAWire : TestServer
    {
        public CuttingProxy Wire { get; private set; } = null!;

        protected override void Configure(IWebHostBuilder host)
        {
            var direct = new NpgsqlConnectionStringBuilder(ConnectionString);
            Wire = new(direct.Host!, direct.Port);
            host.UseSetting("ConnectionStrings:Database", new NpgsqlConnectionStringBuilder(ConnectionString) { Host = "127.0.0.1", Port = Wire.Port }.ConnectionString);
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Wire.DisposeAsync();
        }
    }
}
