using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Experiments;

/// <summary>Cases of a model: the inputs of each run and one outcome.</summary>
/// <param name="Inputs">One row per case: columns of numbers, and of texts for categories.</param>
/// <param name="Outcome">The outcome by case: numbers, or texts for classes.</param>
public sealed record CaseSample(Table Inputs, Column Outcome)
{
    internal const string Roles = "variables (list of columns, numbers or texts), value";

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The cases.</returns>
    public static CaseSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        string[] names = [.. sample.ColumnsOf("variables").Distinct()];
        return new CaseSample(
            Table.Of("sample", [.. names.Select(name => RegressionSample.ColumnOf(sample, name))]),
            RegressionSample.ColumnOf(sample, sample.ColumnsOf("value")[0]));
    }

    /// <summary>Gives the inputs and refuses too few cases or inputs, missing cells and numbers that are not finite.</summary>
    internal CaseColumn[] Checked(int least)
    {
        Require.That(Inputs.Columns.Count > 0, "variables", "must name at least one input; none was given");
        Require.That(
            Outcome.Count >= least, "sample", FormattableString.Invariant($"must hold at least {least} cases; it held {Outcome.Count}"));
        Require.SameLength(Outcome.Count, Inputs.RowCount, nameof(Inputs));
        return [.. Inputs.Columns.Select(CaseColumn.Of)];
    }

    /// <summary>Says which cases are of interest: by a threshold, or where the outcome is 1 and not 0.</summary>
    internal bool[] Interesting(double? threshold, ThresholdSide side)
    {
        double[] values = CaseColumn.Of(Outcome).Numbers("value", "must be numbers; texts have no threshold");
        if (threshold is null)
        {
            int other = Array.FindIndex(values, value => value is not (0 or 1));
            Require.That(other < 0, "value", other < 0 ? "" : FormattableString.Invariant(
                $"must be 0 or 1 when no threshold is given; row {other + 1} was {values[other]}"));
        }

        bool[] hits = [.. values.Select(value => side == ThresholdSide.AtLeast ? value >= (threshold ?? 1) : value <= (threshold ?? 0))];
        int count = hits.Count(hit => hit);
        Require.That(
            count > 0 && count < hits.Length, "value",
            FormattableString.Invariant($"must hold cases that are of interest and cases that are not; {count} of {hits.Length} are of interest"));
        return hits;
    }
}
