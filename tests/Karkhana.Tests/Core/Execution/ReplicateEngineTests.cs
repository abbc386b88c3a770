using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Execution;

public sealed class ReplicateEngineTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(8, 7)]
    [InlineData(64, 1000)]
    public void Any_number_of_workers_gives_the_same_bits(int workers, int blockSize)
    {
        DrawJob job = new(101) { BlockSize = blockSize };
        double[] expected = [.. Enumerable.Range(0, 101).Select(DrawJob.Draw)];

        ReplicateRows rows = ReplicateEngine.Local.Execute(
            job, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

        rows.Values.ShouldBe(expected);
    }

    [Fact]
    public void Partial_results_that_were_written_and_read_merge_to_the_same_bits()
    {
        DrawJob job = new(20);
        ReplicateRows first = job.Run(new ReplicateRange(0, 12), TestContext.Current.CancellationToken);
        ReplicateRows second = job.Run(new ReplicateRange(12, 8), TestContext.Current.CancellationToken);

        ReplicateRows merged = RoundTrip(first).Merge(RoundTrip(second));

        merged.Values.ShouldBe(ReplicateEngine.Local.Execute(
            job, cancellationToken: TestContext.Current.CancellationToken).Values);
    }

    [Fact]
    public void Progress_ends_at_the_total_and_comes_at_most_about_a_hundred_times()
    {
        Recorder recorder = new();

        ReplicateEngine.Local.Execute(
            new DrawJob(5000), new ExecutionOptions { Workers = 2, Progress = recorder }, TestContext.Current.CancellationToken);

        recorder.Reports.Count.ShouldBeInRange(50, 101);
        recorder.Reports[^1].ShouldBe(new RunProgress("drawing", 5000, 5000));
    }

    [Fact]
    public void A_cancelled_run_throws_and_gives_nothing()
    {
        using CancellationTokenSource source = new();
        DrawJob job = new(1000) { Before = replicate => { if (replicate == 3) { source.Cancel(); } } };

        Should.Throw<OperationCanceledException>(() =>
            ReplicateEngine.Local.Execute(job, new ExecutionOptions { Workers = 2 }, source.Token));
    }

    [Fact]
    public void A_failure_on_a_worker_reaches_the_caller()
    {
        DrawJob job = new(100) { Before = replicate => { if (replicate == 50) { throw new InvalidOperationException("no luck"); } } };

        Should.Throw<InvalidOperationException>(() => ReplicateEngine.Local.Execute(
            job, new ExecutionOptions { Workers = 4 }, TestContext.Current.CancellationToken)).Message.ShouldBe("no luck");
    }

    [Fact]
    public void A_job_without_replicates_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ReplicateEngine.Local.Execute(
            new DrawJob(0), cancellationToken: TestContext.Current.CancellationToken));

    private static ReplicateRows RoundTrip(ReplicateRows rows)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        rows.Write(writer);
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        return ReplicateRows.Read(reader);
    }

    private sealed class Recorder : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value)
        {
            lock (Reports)
            {
                Reports.Add(value);
            }
        }
    }

    private sealed class DrawJob(int replicates) : IReplicateJob<ReplicateRows>
    {
        public Action<int> Before { get; init; } = _ => { };

        public string Stage => "drawing";

        public int Replicates => replicates;

        public int BlockSize { get; init; } = 3;

        public static double Draw(int replicate) => new RandomStream(9, RandomPurpose.Example, replicate).NextDouble();

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count];
            for (int i = 0; i < range.Count; i++)
            {
                Before(range.First + i);
                cancellationToken.ThrowIfCancellationRequested();
                values[i] = Draw(range.First + i);
            }

            return new ReplicateRows(1, values);
        }
    }
}
