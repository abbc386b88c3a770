using Karkhana.Capability;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Examples;

/// <summary>What was planted in the technical changes is found, whatever the seed.</summary>
public sealed class PunjabChangesTests : IDisposable
{
    private readonly ExampleFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData(2003)]
    [InlineData(7)]
    [InlineData(42)]
    public void Clustered_makers_change_products_more_often_and_processes_alike(int seed)
    {
        Study study = Read(seed);
        int[] asked = [.. study.Survey!.Firms];

        TechnicalChangesResult result = TechnicalChanges.Estimate(
            study.Firms, study.Changes!, new WatchedFirms(asked, [.. asked.Select(firm => study.Firms.Clustered[firm] == true)]))!;

        result.LeftOut.ShouldBe(0);
        result.Changes.ShouldBeInRange(200, 400);
        ChangeRate product = result.Rates.Single(rate => rate.Category == "product");
        product.Groups!.Ratios[0].Low.ShouldBeGreaterThan(1.2);
        product.AdjustedPValue.ShouldBeLessThan(0.001);
        result.FirstChanges.Single(first => first.Category == "product").Test!.PValue.ShouldBeLessThan(0.01);
        result.Rates.Single(rate => rate.Category == "process").AdjustedPValue.ShouldBeGreaterThan(0.05);
        result.FirstChanges.Single(first => first.Category == "process").Test!.PValue.ShouldBeGreaterThan(0.05);
        result.Sources!.Categories[0].ShouldBe("user");
        result.Sources.Categories.Count.ShouldBe(6);
    }

    [Fact]
    public void Nobody_changes_anything_before_it_began_or_twice_in_a_year_in_the_same_respect()
    {
        string folder = _folders.Write("punjab-farm-equipment", 2003);
        Dictionary<string, string> began = File.ReadLines(Path.Combine(folder, "firms.csv")).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => cells[7]);
        string[][] changes = [.. File.ReadLines(Path.Combine(folder, "changes.csv")).Skip(1).Select(line => line.Split(','))];

        changes.ShouldAllBe(cells => string.CompareOrdinal(cells[1], began[cells[0]]) >= 0);
        changes.DistinctBy(cells => (cells[0], cells[1], cells[2])).Count().ShouldBe(changes.Length);
    }

    private Study Read(int seed) => StudyReader.Read(
        _folders.Write("punjab-farm-equipment", (ulong)seed), cancellationToken: TestContext.Current.CancellationToken);
}
