using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class CountedFactorTests
{
    [Fact]
    public void A_counted_sample_has_the_coefficients_of_its_repeated_rows() =>
        Gen.Select(MediationSamples.All, Gen.Int[0, 3].Array[30]).Sample((sample, drawn) =>
        {
            // The first eight rows come at least once, so that no column of the sample stands still.
            int[] counts = [.. drawn.Take(sample.Data.RowCount).Select((count, row) => row < 8 ? Math.Max(1, count) : count)];
            MediationDesign design = MediationDesign.Of(sample, MediationSamples.Model);
            TriangularFactor? factor = CountedFactor.Of(design.Columns, design.Design.Weights).Of(counts);
            RegressionSample repeated = sample.Repeat(counts.SelectMany((count, row) => Enumerable.Repeat(row, count)));
            return Bits.Close(factor!.Coefficients(4, 4, 0), repeated.Line("y", "ac", "x", "m").Estimates, relative: 1e-8)
                && Bits.Close(factor.Coefficients(3, 3, 0), repeated.Line("m", "ac", "x").Estimates, relative: 1e-8);
        });

    [Fact]
    public void Nearly_collinear_columns_keep_their_digits()
    {
        // x² of the angle between the columns is 1e-14: cross-products would keep about two digits of the coefficients.
        int[] rows = [.. Enumerable.Range(0, 60)];
        double[] first = [.. rows.Select(row => Math.Sin(row))];
        double[] second = [.. first.Select((value, row) => value + (1e-7 * Math.Cos(3 * row)))];
        double[] outcome = [.. rows.Select(row => (2 * first[row]) + (5 * second[row]))];
        double[] ones = [.. rows.Select(_ => 1.0)];
        int[] counts = [.. rows.Select(row => row % 3)];

        TriangularFactor factor = CountedFactor.Of([ones, first, second, outcome], ones).Of(counts)!;

        Bits.Close(factor.Coefficients(3, 3, 0), [0, 2, 5], relative: 1e-7).ShouldBeTrue();
    }

    [Fact]
    public void A_sample_that_leaves_a_column_little_variation_is_factored_from_its_rows()
    {
        // In the first eight rows z varies by 1e-5 only; the pivot falls below the least that the products are trusted with.
        double[] z = [.. Enumerable.Range(0, 40).Select(row => row < 8 ? 1e-5 * Math.Cos(2 * row) : row - 20)];
        double[] y = [.. z.Select((value, row) => 3 + (2 * value) + (row < 8 ? 0 : Math.Sin(row)))];
        double[] ones = [.. z.Select(_ => 1.0)];
        int[] counts = [.. z.Select((_, row) => row < 8 ? 2 : 0)];

        TriangularFactor factor = CountedFactor.Of([ones, z, y], ones).Of(counts)!;

        Bits.Close(factor.Coefficients(2, 2, 0), [3, 2], relative: 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void A_sample_without_variation_or_with_too_few_rows_has_no_factor()
    {
        double[] ones = [1, 1, 1, 1];
        CountedFactor factor = CountedFactor.Of([ones, [0, 0, 1, 1], [1, 2, 3, 5]], ones);

        factor.Of([2, 2, 0, 0]).ShouldBeNull();
        factor.Of([4, 0, 0, 0]).ShouldBeNull();
        factor.Of([0, 0, 0, 0]).ShouldBeNull();
        factor.Of([1, 0, 1, 0]).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => factor.Of([1, 1])).Message.ShouldContain("4 values");
    }

    [Fact]
    public void Products_by_vectors_have_the_bits_of_the_plain_loop() =>
        Gen.Select(Gen.Double[-3, 3].Array[40], Gen.Int[0, 3].Array[5]).Sample((rows, counts) =>
        {
            const int Stride = 8;
            const int Columns = 6;
            double[] products = new double[Columns * Stride];
            CountedProducts.Add(rows, Stride, counts, products);
            for (int i = 0; i < Columns; i++)
            {
                for (int j = i; j < Columns; j++)
                {
                    double sum = 0;
                    for (int row = 0; row < counts.Length; row++)
                    {
                        sum += counts[row] == 0 ? 0 : counts[row] * rows[(row * Stride) + i] * rows[(row * Stride) + j];
                    }

                    if (BitConverter.DoubleToInt64Bits(sum) != BitConverter.DoubleToInt64Bits(products[(i * Stride) + j]))
                    {
                        return false;
                    }
                }
            }

            return true;
        });
}
