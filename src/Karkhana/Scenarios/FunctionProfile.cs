using System.Text.Json;
using Karkhana.Capability;
using Karkhana.Core.Kernels;
using Karkhana.Diagnosis;

namespace Karkhana.Scenarios;

/// <summary>How far a firm's score in each function of capability lies from its mean over functions, as its answers say (framework 2.6.1).</summary>
/// <param name="Deviations">By function of the capability matrix, then by firm in focus; 0 where nothing was asked or answered.</param>
/// <param name="Spread">The standard deviation of the mean over functions between firms.</param>
internal sealed record FunctionProfile(IReadOnlyList<double[]> Deviations, double Spread)
{
    /// <summary>Takes the profile of a study.</summary>
    /// <param name="findings">What the diagnosis found.</param>
    /// <returns>The six functions in their order; one function without deviations when fewer than two were asked for.</returns>
    public static FunctionProfile Of(Findings findings)
    {
        int firms = findings.Focus.Firms.Length;
        string[] functions = [.. Enum.GetNames<LallFunction>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
        if (findings.Ladders is not { } ladders || functions.Count(ladders.Functions.Contains) < 2)
        {
            return new FunctionProfile([new double[firms]], 0);
        }

        Dictionary<int, FirmLadder> byFirm = ladders.Ladders.ToDictionary(ladder => ladder.Firm);
        double[][] deviations = [.. functions.Select(_ => new double[firms])];
        List<double> means = [];
        for (int i = 0; i < firms; i++)
        {
            if (byFirm.TryGetValue(findings.Focus.Firms[i], out FirmLadder? own))
            {
                double[] scores = [.. functions.Select(function => ScoreOf(own, function))];
                double[] known = [.. scores.Where(score => !double.IsNaN(score))];
                double mean = known.Length == 0 ? double.NaN : Sums.Mean(known);
                for (int function = 0; function < functions.Length; function++)
                {
                    double deviation = scores[function] - mean;
                    deviations[function][i] = double.IsNaN(deviation) ? 0 : deviation;
                }

                means.AddRange(known.Length == 0 ? [] : [mean]);
            }
        }

        return new FunctionProfile(deviations, means.Count < 2 ? 0 : Math.Sqrt(Sums.Variance([.. means])));
    }

    private static double ScoreOf(FirmLadder ladder, string function)
    {
        for (int place = 0; place < ladder.Ladder.Functions.Count; place++)
        {
            if (ladder.Ladder.Functions[place] == function)
            {
                return ladder.Ladder.Scores[place];
            }
        }

        return double.NaN;
    }
}
