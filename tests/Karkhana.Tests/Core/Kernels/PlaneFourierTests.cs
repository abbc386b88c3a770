using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class PlaneFourierTests
{
    [Theory]
    [InlineData(8, 8)]
    [InlineData(16, 8)]
    [InlineData(8, 32)]
    public void Both_tables_give_their_circular_autocorrelations(int width, int height)
    {
        RandomStream stream = new(9, RandomPurpose.Example, 0);
        PlaneFourier fourier = new(width, height);
        double[] first = [.. Enumerable.Range(0, width * height).Select(_ => stream.NextDouble())];
        double[] second = [.. Enumerable.Range(0, width * height).Select(i => i < 3 * width ? (double)stream.NextInt(5) : 0)];
        first.CopyTo(fourier.First);
        second.CopyTo(fourier.Second);

        fourier.Autocorrelate();

        Bits.Close(fourier.First.ToArray(), Twin(first, width, height), relative: 1e-13).ShouldBeTrue();
        Bits.Close(fourier.Second.ToArray(), Twin(second, width, height), relative: 1e-13).ShouldBeTrue();
    }

    [Fact]
    public void Empty_tables_stay_empty_and_bad_sizes_are_refused()
    {
        PlaneFourier fourier = new(8, 8);
        fourier.Autocorrelate();
        fourier.First.ToArray().ShouldAllBe(value => value == 0);
        Should.Throw<ArgumentException>(() => new PlaneFourier(4, 8));
        Should.Throw<ArgumentException>(() => new PlaneFourier(8, 12));
        Should.Throw<ArgumentException>(() => new PlaneFourier(32768, 8));
    }

    private static double[] Twin(double[] table, int width, int height)
    {
        double[] twin = new double[table.Length];
        for (int lagY = 0; lagY < height; lagY++)
        {
            for (int lagX = 0; lagX < width; lagX++)
            {
                for (int i = 0; i < table.Length; i++)
                {
                    (int row, int column) = ((i / width) + lagY, (i % width) + lagX);
                    twin[(lagY * width) + lagX] += table[i] * table[(row % height * width) + (column % width)];
                }
            }
        }

        return twin;
    }
}
