using Karkhana.Measures;
using Karkhana.Testing;
using Karkhana.Verification;
using Shouldly;
using Xunit;

namespace Karkhana.ReferenceTests;

/// <summary>The registered measures against numbers of established software.</summary>
public sealed class ReferenceCaseTests
{
    public static TheoryData<string> RegisteredMeasures => [.. MeasureCatalogue.All.All.Select(measure => measure.Id)];

    [Theory]
    [MemberData(nameof(RegisteredMeasures))]
    public void Every_check_of_the_measure_passes(string measure)
    {
        string? folder = SharedFolder.Find("reference");
        Assert.SkipWhen(folder is null, "The folder of reference cases is not there.");
        DisputedChecks disputed = DisputedChecks.Read(
            Path.Combine(SharedFolder.RepositoryRoot, "tests", "Karkhana.ReferenceTests", "disputed.txt"));
        CaseRunner runner = new(MeasureCatalogue.All) { SkipUnknown = true };
        CheckResult[] results = [.. CaseRunner.Find([folder!])
            .SelectMany(file => runner.Run(file, cancellationToken: TestContext.Current.CancellationToken))
            .Where(result => result.Measure == measure)];

        results.ShouldNotBeEmpty();
        results.Where(
            result => result.Outcome == CheckOutcome.Failed && disputed.ReasonFor(result.Id) is null).ShouldBeEmpty();
    }
}
