using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class LatentGridTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(21)]
    [InlineData(200)]
    public void Gauss_Hermite_integrates_the_moments_of_the_normal_distribution(int nodes)
    {
        LatentGrid grid = LatentGrid.GaussHermite(nodes);

        double[] moments = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945];
        for (int power = 0; power < Math.Min(moments.Length, 2 * nodes); power++)
        {
            double moment = grid.Nodes.Zip(grid.Weights, (node, weight) => weight * Math.Pow(node, power)).Sum();
            moment.ShouldBe(moments[power], tolerance: 1e-11 * Math.Max(1, moments[power]), $"power {power}");
        }

        grid.Nodes.ShouldBe(grid.Nodes.Order());
    }

    [Fact]
    public void Both_rules_have_the_mean_and_variance_asked_for() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[0.2, 2]).Sample((mean, variance) =>
        {
            LatentGrid spaced = LatentGrid.EquallySpaced(161, 12, mean, variance);
            LatentGrid hermite = LatentGrid.GaussHermite(11, mean, variance);
            (double spacedMean, double spacedVariance) = spaced.Moments(spaced.Weights);
            (double hermiteMean, double hermiteVariance) = hermite.Moments(hermite.Weights);
            return Bits.Close([spacedMean, spacedVariance, hermiteMean, hermiteVariance], [mean, variance, mean, variance], relative: 1e-10);
        });

    [Fact]
    public void A_distribution_narrower_than_the_spacing_sits_on_the_nearest_node()
    {
        LatentGrid grid = LatentGrid.EquallySpaced(3, 1, 0.9, 1e-8);

        grid.Weights.ShouldBe([0, 0, 1]);
    }

    [Fact]
    public void Nodes_run_from_end_to_end_and_weights_mirror()
    {
        LatentGrid grid = LatentGrid.EquallySpaced(61, 6);

        (grid.Nodes[0], grid.Nodes[30], grid.Nodes[60]).ShouldBe((-6, 0, 6));
        Bits.Close(grid.Weights, [.. grid.Weights.Reverse()], relative: 1e-15).ShouldBeTrue();
        grid.Weights.Sum().ShouldBe(1, tolerance: 1e-14);
    }

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => LatentGrid.EquallySpaced(2, 6)).Message.ShouldContain("nodes");
        Should.Throw<ArgumentOutOfRangeException>(() => LatentGrid.EquallySpaced(61, 0)).Message.ShouldContain("range");
        Should.Throw<ArgumentOutOfRangeException>(() => LatentGrid.EquallySpaced(61, 6, 0, -1)).Message.ShouldContain("variance");
        Should.Throw<ArgumentOutOfRangeException>(() => LatentGrid.GaussHermite(201)).Message.ShouldContain("nodes");
    }
}
