using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>Prints how well item response models recover known parameters, as a Markdown table.</summary>
public static class RecoveryRun
{
    private const ulong Seed = 2003;

    /// <summary>Runs <c>recovery [replicates]</c>.</summary>
    /// <param name="arguments">What follows the word <c>recovery</c>.</param>
    public static void Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        int replicates = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 500;
        Console.WriteLine("| model | n | parameters | replicates | mean bias | largest bias | RMSE | SE / SD | coverage | least | greatest |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (RecoveryDesign design in RecoveryDesign.All())
        {
            double[] truth = design.Truth();
            ReplicateRows rows = ReplicateEngine.Local.Execute(new RecoveryJob(design, replicates, Seed));
            IReadOnlyList<RecoverySummary> summaries = RecoverySummary.Of(truth, rows);
            ItemResponseModelResult sample = ItemResponseModel.Estimate(
                design.Draw(Seed, 0), new ItemResponseModelOptions { Model = design.Model });
            foreach (IGrouping<ParameterTermKind, RecoverySummary> kind in summaries.GroupBy(
                summary => sample.Terms[summaries.TakeWhile(other => !ReferenceEquals(other, summary)).Count()].Kind))
            {
                Print(design, kind.Key, [.. kind]);
            }
        }
    }

    private static void Print(RecoveryDesign design, ParameterTermKind kind, RecoverySummary[] own)
    {
        double[] coverage = [.. own.Select(summary => summary.Covered / (double)summary.Used)];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {design.Name} | {design.Respondents} | {own.Length} {kind} | {own.Min(summary => summary.Used)} | {own.Average(summary => summary.Bias):F3} | {own.MaxBy(summary => Math.Abs(summary.Bias))!.Bias:F3} | {own.Average(summary => summary.RootMeanSquare):F3} | {own.Average(summary => summary.ErrorRatio):F3} | {coverage.Average():F3} | {coverage.Min():F3} | {coverage.Max():F3} |"));
    }
}
