using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The moments of covariates as columns of their own.</summary>
internal static class MomentDesign
{
    private static readonly string[] Suffixes = ["", " squared", " cubed"];

    /// <summary>Adds squares and cubes of the covariates, about their means in units of their spread: with the lower moments equal,
    /// these are equal when the plain ones are.</summary>
    public static TreatmentDesign Of(TreatmentDesign design, int moments)
    {
        List<Column> columns = [];
        for (int j = 0; j < design.Variables.Count; j++)
        {
            double[] values = design.Covariates[j];
            bool binary = values.All(value => value is 0 or 1);
            double[] scores = Standard.Scores(values);
            for (int moment = 1; moment <= (binary ? 1 : moments); moment++)
            {
                int power = moment;
                columns.Add(Column.Of(design.Variables[j] + Suffixes[moment - 1], scores.Select(score => Math.Pow(score, power))));
            }
        }

        TreatmentSample sample = new(new RegressionSample(Table.Of("moments", [.. columns])), design.Treatment);
        EntropyBalancingOptions options = new() { Terms = [.. columns.Select(column => column.Name)] };
        return TreatmentDesign.Of(sample, options, needsOutcome: false) with { Outcome = design.Outcome, Groups = design.Groups };
    }
}
