using Karkhana.Core.Errors;
using Karkhana.Core.Tables;
using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The complete rows of a logistic mixed model, brought together by group.</summary>
/// <param name="Design">The design, in the order of the sample.</param>
/// <param name="Scaled">Its scaled columns.</param>
/// <param name="Cells">The scaled terms of each row in the order of the groups, row after row.</param>
/// <param name="Successes">The successes of each row in that order.</param>
/// <param name="Trials">The trials of each row in that order.</param>
/// <param name="Starts">The first row of each group, and the end.</param>
/// <param name="Names">The groups in order of appearance.</param>
internal sealed record GroupedTrials(
    DesignMatrix Design, ScaledColumns Scaled, double[] Cells, double[] Successes, double[] Trials, int[] Starts, string[] Names)
{
    public int Groups => Names.Length;

    public int Terms => Design.Terms.Length;

    /// <summary>Gets Σ ln C(trials, successes).</summary>
    public double LogWays { get; private init; }

    /// <summary>Gets the trials in the order of the sample.</summary>
    public double[] TrialsInOrder { get; private init; } = [];

    public static GroupedTrials Of(LogisticMixedSample sample, ModelSpecification model)
    {
        int rows = sample.Observations.Data.RowCount;
        Require.SameLength(rows, sample.Groups.Count, nameof(sample.Groups));
        Require.SameLength(rows, sample.Trials?.Count ?? rows, nameof(sample.Trials));
        Require.That(sample.Observations.Weights is null, nameof(RegressionSample.Weights), "must be left out: bind trials instead");
        DesignMatrix design = DesignMatrix.Build(WithoutMissingTrials(sample, model.Outcome), model);
        double[] trials = [.. design.Rows.Select(row => sample.Trials?[row] ?? 1)];
        Check(design, trials, model.Outcome);
        ClusterGroups groups = ClusterGroups.Of(sample.Groups, design.Rows);
        Require.That(groups.Count > 1, nameof(sample.Groups), "must have at least two groups among the complete rows");
        int[] order = [.. Enumerable.Range(0, trials.Length).OrderBy(row => groups.ByRow[row])];
        int[] starts = new int[groups.Count + 1];
        foreach (int group in groups.ByRow)
        {
            starts[group + 1]++;
        }

        string[] names = new string[groups.Count];
        for (int group = 0; group < groups.Count; group++)
        {
            starts[group + 1] += starts[group];
            names[group] = sample.Groups[design.Rows[order[starts[group]]]];
        }

        ScaledColumns scaled = ScaledColumns.Of(design);
        double[] cells = new double[order.Length * scaled.Columns.Length];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = scaled.Columns[cell % scaled.Columns.Length][order[cell / scaled.Columns.Length]];
        }

        double ways = 0;
        for (int row = 0; row < trials.Length; row++)
        {
            ways += SpecialFunctions.BinomialLn((int)trials[row], (int)design.Outcome[row]);
        }

        return new GroupedTrials(
            design, scaled, cells, [.. order.Select(row => design.Outcome[row])], [.. order.Select(row => trials[row])], starts, names)
        {
            LogWays = ways,
            TrialsInOrder = trials,
        };
    }

    /// <summary>Gives the same rows with the constant as the only term.</summary>
    public GroupedTrials WithConstantOnly()
    {
        DesignMatrix design = Design.WithTerms([0]);
        return this with { Design = design, Scaled = ScaledColumns.Of(design), Cells = [.. Enumerable.Repeat(1.0, Trials.Length)] };
    }

    private static RegressionSample WithoutMissingTrials(LogisticMixedSample sample, string outcome)
    {
        if (sample.Trials is null)
        {
            return sample.Observations;
        }

        Table data = sample.Observations.Data;
        double[] known = [.. data.Numbers(outcome).Select((value, row) => double.IsNaN(sample.Trials[row]) ? double.NaN : value)];
        return sample.Observations with
        {
            Data = Table.Of(data.Name, [.. data.Columns.Select(column => column.Name == outcome ? Column.Of(outcome, known) : column)]),
        };
    }

    private static void Check(DesignMatrix design, double[] trials, string outcome)
    {
        for (int row = 0; row < trials.Length; row++)
        {
            (double y, double m) = (design.Outcome[row], trials[row]);
            bool right = m >= 1 && m <= int.MaxValue && m == Math.Floor(m) && y >= 0 && y <= m && y == Math.Floor(y);
            Require.That(right, outcome, right ? "" : FormattableString.Invariant(
                $"must be whole numbers from 0 to the trials (1 where there are none), trials at least 1; row {design.Rows[row] + 1} had {y} of {m}"));
        }

        double all = trials.Sum();
        double successes = design.Outcome.Sum();
        Require.That(successes > 0 && successes < all, outcome, FormattableString.Invariant(
            $"must hold successes and failures among the complete rows; there were {successes} successes in {all} trials"));
    }
}
