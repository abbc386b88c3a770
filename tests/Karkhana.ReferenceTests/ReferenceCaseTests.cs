using Karkhana.Measures;
using Karkhana.Testing;
using Karkhana.Verification;
using Shouldly;
using Xunit;

namespace Karkhana.ReferenceTests;

/// <summary>The registered measures against numbers of established software.</summary>
public sealed class ReferenceCaseTests
{
    private static readonly Lazy<CheckResult[]?> Results = new(RunAll);

    private static readonly Lazy<string> Catalogue = new(() => File.ReadAllText(SharedFolder.Find("reference", "MEASURES.md")!));

    public static TheoryData<string> RegisteredMeasures => [.. MeasureCatalogue.All.All.Select(measure => measure.Id)];

    [Theory]
    [MemberData(nameof(RegisteredMeasures))]
    public void Every_check_of_the_measure_passes(string measure)
    {
        Assert.SkipWhen(Results.Value is null, "The folder of reference cases is not there.");
        DisputedChecks disputed = DisputedChecks.Read(
            Path.Combine(SharedFolder.RepositoryRoot, "tests", "Karkhana.ReferenceTests", "disputed.txt"));

        CheckResult[] own = [.. Results.Value!.Where(result => result.Measure == measure)];

        // What the catalogue of the reference cases does not know rests on its own tests: computed by hand, twins, recovery.
        (own.Length > 0).ShouldBe(Catalogue.Value.Contains($"### `{measure}`", StringComparison.Ordinal), measure);
        own.Where(result => result.Outcome == CheckOutcome.Failed && disputed.ReasonFor(result.Id) is null).ShouldBeEmpty();
    }

    private static CheckResult[]? RunAll()
    {
        if (SharedFolder.Find("reference") is not { } folder)
        {
            return null;
        }

        CaseRunner runner = new(MeasureCatalogue.All) { SkipUnknown = true };
        return [.. CaseRunner.Find([folder]).SelectMany(file => runner.Run(file))];
    }
}
