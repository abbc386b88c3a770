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

    public static TheoryData<string> RegisteredMeasures => [.. MeasureCatalogue.All.All.Select(measure => measure.Id)];

    [Theory]
    [MemberData(nameof(RegisteredMeasures))]
    public void Every_check_of_the_measure_passes(string measure)
    {
        Assert.SkipWhen(Results.Value is null, "The folder of reference cases is not there.");
        DisputedChecks disputed = DisputedChecks.Read(
            Path.Combine(SharedFolder.RepositoryRoot, "tests", "Karkhana.ReferenceTests", "disputed.txt"));

        CheckResult[] own = [.. Results.Value!.Where(result => result.Measure == measure)];

        own.ShouldNotBeEmpty();
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
