using System.CommandLine;
using Karkhana.Core.Execution;
using Karkhana.Measures;
using Karkhana.Verification;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana verify</c>: runs reference cases.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Cases or folders of cases", Arity = ArgumentArity.OneOrMore };
        Option<bool> known = new("--known") { Description = "Skip the checks of measures that are not known yet, instead of failing them" };
        Option<string?> by = new("--by") { Description = "Count the checks per measure" };
        by.AcceptOnlyFromAmong("measure");
        Option<string?> disputed = new("--disputed") { Description = "File of checks that we hold to be wrong, each with its reason" };
        Option<int> workers = CommonOptions.Workers();
        Command command = new("verify", "Run reference cases: a line for each check that fails, then the count")
        {
            paths, known, by, disputed, workers,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            DisputedChecks disputes = parsed.GetValue(disputed) is string file ? DisputedChecks.Read(file) : DisputedChecks.None;
            CaseRunner runner = new(MeasureCatalogue.All) { SkipUnknown = parsed.GetValue(known) };
            ExecutionOptions execution = new() { Workers = parsed.GetValue(workers) };
            List<CheckResult> results = [];
            foreach (string path in CaseRunner.Find(parsed.GetRequiredValue(paths)))
            {
                foreach (CheckResult result in runner.Run(path, execution, cancellationToken))
                {
                    results.Add(Judge(result, disputes));
                }
            }

            return Task.FromResult(Close(results, parsed.GetValue(by) is not null));
        });
        return command;
    }

    private static CheckResult Judge(CheckResult result, DisputedChecks disputes)
    {
        if (result.Outcome != CheckOutcome.Failed)
        {
            return result;
        }

        if (disputes.ReasonFor(result.Id) is { } reason)
        {
            Console.Out.WriteLine($"DISPUTED {result.Id} {result.Measure}: {reason}");
            return result with { Outcome = CheckOutcome.Skipped };
        }

        Console.Out.WriteLine($"FAILED {result.Id} {result.Measure}: {result.Message}");
        return result;
    }

    private static int Close(List<CheckResult> results, bool byMeasure)
    {
        if (byMeasure)
        {
            foreach (IGrouping<string, CheckResult> group in results.GroupBy(result => result.Measure).OrderBy(
                group => group.Key, StringComparer.Ordinal))
            {
                Console.Out.WriteLine($"{group.Key}: {Count(group)}");
            }
        }

        Console.Out.WriteLine(Count(results));
        return results.Exists(result => result.Outcome == CheckOutcome.Failed) || results.Count == 0
            ? ExitCode.DataOrCheckFailed
            : ExitCode.Well;
    }

    private static string Count(IEnumerable<CheckResult> results)
    {
        int[] counts = [.. results.GroupBy(result => result.Outcome).Aggregate(new int[3], (sum, group) =>
        {
            sum[(int)group.Key] = group.Count();
            return sum;
        })];
        return FormattableString.Invariant($"{counts[0]} passed, {counts[1]} failed, {counts[2]} skipped");
    }
}
