using Karkhana.Core.Execution;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Execution;

public sealed class ReplicateSumsTests
{
    [Fact]
    public void Blocks_add_up_element_by_element() =>
        new ReplicateSums([1, 2.5]).Merge(new ReplicateSums([0.5, -1])).Values.ShouldBe([1.5, 1.5]);

    [Fact]
    public void Sums_of_different_length_are_refused() =>
        Should.Throw<ArgumentException>(() => new ReplicateSums([1]).Merge(new ReplicateSums([1, 2])));

    [Fact]
    public void Reading_back_what_was_written_gives_the_same_bits()
    {
        double[] values = [0.1 + 0.2, double.NaN, -0.0];
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        new ReplicateSums(values).Write(writer);
        stream.Position = 0;
        using BinaryReader reader = new(stream);

        Bits.Same(ReplicateSums.Read(reader).Values, values).ShouldBeTrue();
    }
}
