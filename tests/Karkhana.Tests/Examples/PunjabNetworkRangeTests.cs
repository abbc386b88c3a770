using System.Globalization;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;
using Karkhana.Methods.Networks;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Examples;

/// <summary>The synthetic advice of the four towns against real networks of advice, as <c>facts/validation_networks.csv</c> gives
/// them.</summary>
/// <remarks>
/// The published networks have 26 and 36 firms, the towns 50 to 96. What does not depend on the number of firms is compared as it
/// is: ties per firm, ties that are returned, spread of degrees, most ties received. What falls when firms are added at the same
/// number of ties per firm is brought to what chance would give at that density: (transitivity − density) / (1 − density), spread of
/// degrees over that of drawn ties, and in-degree centralisation × (n − 1), the excess of the most asked firm. The one density that
/// is compared as it is, is that of the two towns of 50 firms.
/// </remarks>
public sealed class PunjabNetworkRangeTests
{
    private static readonly string Folder = Path.Combine(SharedFolder.RepositoryRoot, "studies", "punjab-farm-equipment");
    private static readonly Dictionary<(string Network, string Measure), double> Published = ReadPublished();
    private static readonly Town[] Towns = ReadTowns();

    [Fact]
    public void Each_town_has_ties_per_firm_within_the_published_range()
    {
        double[] published =
        [
            Published[(First, "directed ties")] / Published[(First, "firms")], Published[(Second, "directed ties")] / Published[(Second, "active firms")],
            Published[("Colchagua wineries", "within-valley knowledge density")] * (Published[("Colchagua wineries", "wineries, approximate")] - 1),
        ];

        Towns.Select(town => town.Ties / town.Firms).ShouldAllBe(ties => ties >= published.Min() && ties <= published.Max());
    }

    [Fact]
    public void Each_town_returns_ties_as_often_as_the_published_networks()
    {
        double[] published = [Published[(First, "reciprocity (ties)")], Published[(Second, "reciprocity (ties)")]];

        Towns.Select(town => town.Cohesion.ReciprocityEdgewise).ShouldAllBe(share => share >= published.Min() && share <= published.Max());
    }

    [Fact]
    public void The_towns_of_fifty_firms_are_as_dense_as_the_published_networks()
    {
        Town[] small = [.. Towns.Where(town => town.Firms <= 50)];

        double valley = Published[("Colchagua wineries", "within-valley knowledge density")];
        double printers = Published[(First, "density")];
        small.Length.ShouldBe(2);
        small.Select(town => town.Cohesion.Density).ShouldAllBe(density =>
            density >= valley && density <= printers);
    }

    [Fact]
    public void Open_triangles_close_beyond_chance_as_often_as_in_the_published_networks()
    {
        double[] published = [.. new[] { (First, 154.0), (Second, Published[(Second, "directed ties")] - Published[(Second, "mutual dyads")]) }.Select(
            network => BeyondChance(Published[(network.Item1, "undirected transitivity")], network.Item2 / (26 * 25 / 2.0)))];
        Published[(First, "undirected ties")].ShouldBe(154);

        ShouldSpan(published, Towns.Select(town => BeyondChance(town.Closed, town.Pairs / (town.Firms * (town.Firms - 1) / 2))));
    }

    [Theory]
    [InlineData("sd in-degree (population)")]
    [InlineData("sd out-degree (population)")]
    public void Ties_are_spread_over_firms_as_unevenly_beyond_chance_as_in_the_published_network(string measure)
    {
        double published = Published[(First, measure)] / DrawnSpread(Published[(First, "density")], Published[(First, "firms")]);

        ShouldSpan([published], Towns.Select(town =>
            Spread(measure.Contains("in-degree", StringComparison.Ordinal) ? town.Received : town.Given) / DrawnSpread(town.Cohesion.Density, town.Firms)));
    }

    [Fact]
    public void The_most_asked_firm_stands_out_as_far_as_in_the_published_network()
    {
        double published = Published[(First, "in-degree centralisation, sum(max-x)/(n-1)^2")] * (Published[(First, "firms")] - 1);

        ShouldSpan([published], Towns.Select(town => town.Centralisation * (town.Firms - 1)));
        ShouldSpan([Published[(First, "max in-degree")]], Towns.Select(town => town.Received.Max()));
    }

    private const string First = "Kecskemet 2012";
    private const string Second = "Kecskemet 2015";

    private sealed record Town(double Firms, double Ties, double Pairs, CohesionResult Cohesion, double Closed, double Centralisation, IReadOnlyList<double> Received, IReadOnlyList<double> Given);

    // One published number is no range; the towns then have to lie on both sides of it.
    private static void ShouldSpan(double[] published, IEnumerable<double> towns)
    {
        double[] all = [.. towns];
        all.Min().ShouldBeLessThanOrEqualTo(published.Min());
        all.Max().ShouldBeGreaterThanOrEqualTo(published.Max());
    }

    private static double BeyondChance(double transitivity, double density) => (transitivity - density) / (1 - density);

    private static double DrawnSpread(double density, double firms) => Math.Sqrt((firms - 1) * density * (1 - density));

    private static double Spread(IReadOnlyList<double> degrees) => Math.Sqrt(Sums.Variance([.. degrees]) * (degrees.Count - 1) / degrees.Count);

    private static Dictionary<(string Network, string Measure), double> ReadPublished()
    {
        return File.ReadLines(Path.Combine(Folder, "facts", "validation_networks.csv")).Skip(1).Select(Fields)
            .ToDictionary(row => (row[0], row[1]), row => double.Parse(row[2], CultureInfo.InvariantCulture));
    }

    // A comma between quotes does not end a field.
    private static string[] Fields(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Trim(',').Split(',', StringSplitOptions.RemoveEmptyEntries))];

    private static Town[] ReadTowns()
    {
        Study study = StudyReader.Read(Folder);
        int[] makers = [.. Enumerable.Range(0, study.Firms.Count).Where(firm => study.Firms.Clustered[firm] == true)];
        return [.. makers.GroupBy(firm => study.Firms.Places[firm]).Select(town =>
        {
            Graph network = TieLayer.Of(study.Ties!, [.. town]).Single(layer => layer.Kind == "advice").Network;
            DegreeCentralityResult degrees = DegreeCentrality.Estimate(network);
            TieLayer layer = new("advice", network);
            return new Town(
                network.NodeCount, network.TieCount, layer.Pairs, Cohesion.Estimate(network), Cohesion.Estimate(network.Undirected()).Transitivity,
                Centralisation.Estimate(network).Estimate, degrees.Indegree, degrees.Outdegree);
        })];
    }
}
