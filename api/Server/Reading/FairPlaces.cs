namespace SecurityTracker.Server.Reading;

/// <summary>
/// A few places and those who wait for them: each person in turn, and never more than half of the places for one. Who sends twelve
/// files waits for the own ones; everybody else is next.
/// </summary>
internal sealed class FairPlaces(int places, int waiting)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Line> lines = new();
    private readonly int mostOfOne = Math.Max(1, places / 2);
    private int free = places;

    /// <summary>Waits for a place; dispose of it to give it back. Throws <see cref="ReadersBusyException"/> where the person has too many waiting.</summary>
    public async Task<IDisposable> Take(Guid person, CancellationToken ct)
    {
        var turn = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var line = LineOf(person);
            if (line.Waiting.Count >= waiting)
            {
                throw new ReadersBusyException();
            }

            line.Waiting.Enqueue(turn);
            GiveOut();
        }

        await using var left = ct.UnsafeRegister(_ => turn.TrySetCanceled(ct), null);
        return await turn.Task;
    }

    private Line LineOf(Guid person)
    {
        var line = lines.FirstOrDefault(each => each.Person == person);
        return line ?? lines.AddLast(new Line(person)).Value;
    }

    // Called with the gate closed. Whoever gets a place goes to the end of the round.
    private void GiveOut()
    {
        while (free > 0 && lines.FirstOrDefault(each => each.Next() && each.Taken < mostOfOne) is { } line)
        {
            lines.Remove(line);
            lines.AddLast(line);
            if (line.Waiting.Dequeue().TrySetResult(new Place(this, line)))
            {
                free--;
                line.Taken++;
            }
        }
    }

    private void GiveBack(Line line)
    {
        lock (gate)
        {
            free++;
            line.Taken--;
            GiveOut();
            if (line.Taken == 0 && !line.Next())
            {
                lines.Remove(line);
            }
        }
    }

    private sealed class Line(Guid person)
    {
        public Guid Person => person;

        public Queue<TaskCompletionSource<IDisposable>> Waiting { get; } = new();

        public int Taken { get; set; }

        /// <summary>Whether somebody waits here who has not left.</summary>
        public bool Next()
        {
            while (Waiting.TryPeek(out var first) && first.Task.IsCompleted)
            {
                Waiting.Dequeue();
            }

            return Waiting.Count > 0;
        }
    }

    private sealed class Place(FairPlaces home, Line line) : IDisposable
    {
        private bool given;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref given, true))
            {
                home.GiveBack(line);
            }
        }
    }
}

/// <summary>So many files of one person wait already that one more is refused: the answer is 503.</summary>
internal sealed class ReadersBusyException() : ProblemException(Problems.ReadersBusy);

/// <summary>A child was ended by something other than its file, twice: the answer is 503.</summary>
internal sealed class ReadersLostException(Exception inner) : ProblemException(Problems.ReadersLost, inner);
