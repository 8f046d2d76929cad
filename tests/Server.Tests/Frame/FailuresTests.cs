using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SecurityTracker.Domain;
using SecurityTracker.Domain.Access;
using SecurityTracker.Domain.Obligations;
using SecurityTracker.Server.Http;
using SecurityTracker.Server.Obligations;
using SecurityTracker.Server.Organisations;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Frame;

public sealed class FailuresTests(FailuresTests.BreakableServer server) : IClassFixture<FailuresTests.BreakableServer>
{
    private readonly HttpClient client = server.CreateClient();

    [Fact]
    public async Task A_database_that_goes_away_is_a_503_and_coming_back_is_enough()
    {
        await client.GetAsync("/api/organisations").Json();

        server.Wire.Cut();
        await client.When(Get("/api/organisations")).Refuses(503, "database-unavailable");
        await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "x")).Refuses(503, "database-unavailable");
        using (var ready = await client.GetAsync("/health/ready"))
        {
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            ready.Headers.RetryAfter.ShouldNotBeNull();
        }

        using (var live = await client.GetAsync("/health/live"))
        {
            live.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        server.Wire.Mend();
        await client.GetAsync("/api/organisations").Json();
    }

    /// <summary>Whether the wire broke before the framework said that the request is over is a matter of luck.</summary>
    [Theory]
    [InlineData(typeof(ConnectionResetException))]
    [InlineData(typeof(ConnectionAbortedException))]
    public async Task A_client_that_breaks_the_wire_is_no_fault_of_ours(Type thrown)
    {
        var context = new DefaultHttpContext { RequestServices = server.Services };
        var failures = new Failures(
            _ => throw (Exception)Activator.CreateInstance(thrown, "the wire broke")!, server.Services.GetRequiredService<ConstraintRefusals>(), NullLogger<Failures>.Instance);

        await failures.InvokeAsync(context);

        context.Response.StatusCode.ShouldBe(StatusCodes.Status400BadRequest);
    }

    [Theory]
    [InlineData("Received unexpected backend message DataRow. Please file a bug.", "Npgsql", StatusCodes.Status503ServiceUnavailable)]
    [InlineData("Received backend message BindComplete while expecting ParseCompleteMessage. Please file a bug.", "Npgsql", StatusCodes.Status503ServiceUnavailable)]
    [InlineData("Received unexpected backend message DataRow. Please file a bug.", "Elsewhere", StatusCodes.Status500InternalServerError)]
    [InlineData("The column number must be between 0 and 3", "Npgsql", StatusCodes.Status500InternalServerError)]
    public async Task A_connection_that_is_out_of_step_is_the_databases(string said, string by, int status)
    {
        var context = new DefaultHttpContext { RequestServices = server.Services };
        var failures = new Failures(
            _ => throw new InvalidOperationException(said) { Source = by }, server.Services.GetRequiredService<ConstraintRefusals>(), NullLogger<Failures>.Instance);

        await failures.InvokeAsync(context);

        context.Response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_defect_of_ours_tells_nothing()
    {
        await using var command = server.Database.CreateCommand("ALTER TABLE idempotent_answers RENAME TO moved_away");
        await command.ExecuteNonQueryAsync();

        var problem = await client.When(Post("/api/organisations", new { kind = "CONTRACTOR", name = "x" }).Under("k")).Refuses(500, "unexpected");

        problem.ToJsonString().ShouldNotContain("idempotent_answers");
        await using var back = server.Database.CreateCommand("ALTER TABLE moved_away RENAME TO idempotent_answers");
        await back.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_rule_over_sets_is_the_refusal_that_its_noun_made_of_it()
    {
        await using var command = server.Database.CreateCommand("CREATE UNIQUE INDEX one_name ON mt_doc_organisation (name)");
        await command.ExecuteNonQueryAsync();
        await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "ただ一つ")).Written(HttpStatusCode.Created);

        await client.When(new RegisterOrganisationRequest(OrganisationKind.CONTRACTOR, "ただ一つ")).Refuses(409, "name-taken");
    }

    [Fact]
    public async Task A_snapshot_behind_its_stream_is_not_written_upon()
    {
        var contract = (await client.RegisterRecorded()).Id;
        await using var behind = server.Database.CreateCommand("UPDATE mt_doc_obligation SET mt_version = mt_version - 1 WHERE contract_id = $1");
        behind.Parameters.Add(new() { Value = contract });
        await behind.ExecuteNonQueryAsync();

        await client.Having(contract, 8).At(2).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Refuses(503, "database-unavailable");

        await server.Store.Migrate(CancellationToken.None);
        await client.Having(contract, 8).At(2).When(new SetStatusRequest(ImplementationStatus.IMPLEMENTED, null)).Written();
    }

    public sealed class BreakableServer : TestServer
    {
        public Wire Wire { get; } = new();

        protected override void Configure(IWebHostBuilder host)
        {
            var direct = new NpgsqlConnectionStringBuilder(ConnectionString);
            Wire.To(direct.Host!, direct.Port);
            host.UseSetting("ConnectionStrings:Database", new NpgsqlConnectionStringBuilder(ConnectionString) { Host = "127.0.0.1", Port = Wire.Port }.ConnectionString);
        }

        protected override void Change(IServiceCollection services) =>
            services.RefuseOn("one_name", new Refusal("name-taken", RefusalKind.CONFLICT, new("名称が使われています。", "The name is taken.")));

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            Wire.Dispose();
        }
    }
}

/// <summary>A wire to the database that can be cut.</summary>
public sealed class Wire : IDisposable
{
    private readonly List<TcpClient> open = [];
    private volatile TaskCompletionSource flowing = Flowing();
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private (string Host, int Port) target;

    /// <summary>Where it begins.</summary>
    public int Port { get; private set; }

    /// <summary>Lays the wire.</summary>
    public void To(string host, int port)
    {
        target = (host, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Accept(listener);
    }

    /// <summary>Ends every connection and takes no more.</summary>
    public void Cut()
    {
        listener.Stop();
        lock (open)
        {
            open.ForEach(c => c.Dispose());
            open.Clear();
        }
    }

    /// <summary>From now on nothing that is sent arrives, on connections old and new; nobody is told.</summary>
    public void Hang() => flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held back arrives.</summary>
    public void Flow() => flowing.TrySetResult();

    /// <summary>Takes connections again.</summary>
    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = Accept(listener);
    }

    /// <inheritdoc/>
    public void Dispose() => Cut();

    private static TaskCompletionSource Flowing()
    {
        var flows = new TaskCompletionSource();
        flows.SetResult();
        return flows;
    }

    private async Task Accept(TcpListener on)
    {
        try
        {
            while (true)
            {
                var near = await on.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(target.Host, target.Port);
                lock (open)
                {
                    open.AddRange([near, far]);
                }

                _ = Copy(near, far);
                _ = Copy(far, near);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The wire was cut.
        }
    }

    private async Task Copy(TcpClient from, TcpClient to)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                await flowing.Task;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The wire was cut.
        }

        from.Dispose();
        to.Dispose();
    }
}
