using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>Outcome and terms over the pairs that are present in all networks; 0 at all other cells.</summary>
internal sealed class DyadDesign
{
    private DyadDesign(int nodes, string[] terms, double[] outcome, double[][] columns, double[] present)
    {
        (Nodes, Terms, Outcome, Columns, Present) = (nodes, terms, outcome, columns, present);
        Observations = 0;
        foreach (double cell in present)
        {
            Observations += cell;
        }
    }

    public int Nodes { get; }

    /// <summary>Gets the names of the terms, the intercept first.</summary>
    public string[] Terms { get; }

    public double[] Outcome { get; }

    /// <summary>Gets a full matrix per term, row after row.</summary>
    public double[][] Columns { get; }

    /// <summary>Gets 1 where a pair counts and 0 elsewhere; the first term.</summary>
    public double[] Present { get; }

    public double Observations { get; }

    public static DyadDesign Of(NetworkRegressionInput input, NetworkRegressionOptions options)
    {
        Check(input, options);
        int n = input.Network.Count;
        double[] present = new double[n * n];
        for (int cell = 0; cell < present.Length; cell++)
        {
            bool counts = options.Directed ? cell / n != cell % n : cell / n < cell % n;
            present[cell] = counts && !double.IsNaN(input.Network.Cells[cell])
                && input.Predictors.All(predictor => !double.IsNaN(predictor.Cells[cell])) ? 1 : 0;
        }

        double[][] columns = [present, .. input.Predictors.Select(predictor => At(predictor.Cells, present))];
        DyadDesign design = new(n, ["intercept", .. options.Names], At(input.Network.Cells, present), columns, present);
        Require.That(design.Observations > columns.Length, "network", FormattableString.Invariant(
            $"must have more than {columns.Length} pairs without a missing value, one for each term; it had {design.Observations}"));
        design.CheckOutcome(options.Family);
        return design;
    }

    /// <summary>Gives the numbers at the pairs that count, one after another.</summary>
    public double[] Packed(double[] cells) => [.. cells.Where((_, cell) => Present[cell] == 1)];

    private static double[] At(double[] cells, double[] present) => [.. cells.Select((value, cell) => present[cell] == 1 ? value : 0)];

    private static void Check(NetworkRegressionInput input, NetworkRegressionOptions options)
    {
        Require.Between(input.Predictors.Count, 1, NetworkRegressionInput.MostPredictors, "predictors");
        Require.SameLength(input.Predictors.Count, options.Names.Count, "names");
        Require.That(
            options.Names.Append("intercept").Distinct(StringComparer.Ordinal).Count() == options.Names.Count + 1,
            "names", $"must differ from each other and from intercept; they were {string.Join(", ", options.Names)}");
        DyadMatrix[] networks = [input.Network, .. input.Predictors];
        string[] names = ["network", .. options.Names];
        for (int i = 0; i < networks.Length; i++)
        {
            Require.That(networks[i].Nodes.SequenceEqual(input.Network.Nodes, StringComparer.Ordinal), names[i], "must have the nodes of the network in the same order; it had others");
            CheckSymmetry(networks[i], names[i], options.Directed);
        }
    }

    private static void CheckSymmetry(DyadMatrix matrix, string name, bool directed)
    {
        for (int i = 0; i < matrix.Count && !directed; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!matrix[i, j].Equals(matrix[j, i]))
                {
                    Require.That(false, name, FormattableString.Invariant(
                        $"must be symmetric when directed is false; from {matrix.Nodes[i]} to {matrix.Nodes[j]} it was {matrix[i, j]}, back {matrix[j, i]}"));
                }
            }
        }
    }

    private void CheckOutcome(RegressionFamily family)
    {
        double[] outcome = Packed(Outcome);
        double first = outcome[0];
        Require.That(!Array.TrueForAll(outcome, value => value == first), "network", FormattableString.Invariant(
            $"must vary over the pairs; all of them were {first}"));
        int other = family == RegressionFamily.Logit ? Array.FindIndex(outcome, value => value is not (0 or 1)) : -1;
        Require.That(other < 0, "network", other < 0 ? "" : FormattableString.Invariant(
            $"must hold 0 and 1 when family is logit; one value was {outcome[other]}"));
    }
}
