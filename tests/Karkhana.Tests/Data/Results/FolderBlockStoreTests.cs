using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Data.Results;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Results;

public sealed class FolderBlockStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("karkhana-blocks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_that_was_stopped_goes_on_and_gives_the_same_bits()
    {
        Draws whole = new(stopAt: int.MaxValue);
        ReplicateRows expected = ReplicateEngine.Local.Execute(whole, cancellationToken: TestContext.Current.CancellationToken);
        Draws stopped = new(stopAt: 25);
        Should.Throw<InvalidOperationException>(() => Run(stopped, new ExecutionOptions { Workers = 1 }));
        Draws again = new(stopAt: int.MaxValue);

        ReplicateRows resumed = Run(again, new ExecutionOptions { Workers = 3 });

        resumed.Values.ShouldBe(expected.Values);
        again.Computed.ShouldBe(100 - stopped.Kept);
        stopped.Kept.ShouldBe(20);
    }

    [Fact]
    public void A_damaged_block_is_computed_again()
    {
        ReplicateRows first = Run(new Draws(int.MaxValue), null);
        string damaged = Directory.GetFiles(_folder, "*.block").Order(StringComparer.Ordinal).First();
        byte[] bytes = File.ReadAllBytes(damaged);
        bytes[^1] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        string torn = Directory.GetFiles(_folder, "*.block").Order(StringComparer.Ordinal).Last();
        File.WriteAllBytes(torn, [1, 2, 3]);
        Draws again = new(int.MaxValue);

        Run(again, null).Values.ShouldBe(first.Values);

        again.Computed.ShouldBe(20);
    }

    [Fact]
    public void Another_key_takes_nothing_from_the_store()
    {
        Run(new Draws(int.MaxValue), null);
        Draws other = new(int.MaxValue);

        ReplicateEngine.Local.Execute(
            new ResumableJob<ReplicateRows>(other, "draws, seed 8", new FolderBlockStore(_folder)),
            cancellationToken: TestContext.Current.CancellationToken);

        other.Computed.ShouldBe(100);
    }

    [Fact]
    public void Cleared_it_holds_nothing()
    {
        Run(new Draws(int.MaxValue), null);

        new FolderBlockStore(_folder).Clear();

        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    private ReplicateRows Run(Draws draws, ExecutionOptions? execution) => ReplicateEngine.Local.Execute(
        new ResumableJob<ReplicateRows>(draws, "draws, seed 7", new FolderBlockStore(_folder)), execution,
        TestContext.Current.CancellationToken);

    private sealed class Draws(int stopAt) : IReplicateJob<ReplicateRows>
    {
        private int _computed;

        public int Computed => _computed;

        public int Kept => _computed / BlockSize * BlockSize;

        public string Stage => "draws";

        public int Replicates => 100;

        public int BlockSize => 10;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count];
            for (int i = 0; i < values.Length; i++)
            {
                if (range.First + i == stopAt)
                {
                    throw new InvalidOperationException("killed");
                }

                values[i] = new RandomStream(7, RandomPurpose.Bootstrap, range.First + i).NextDouble();
                Interlocked.Increment(ref _computed);
            }

            return new ReplicateRows(1, values);
        }
    }
}
