using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.SparseMatrices;
using Karkhana.Methods.Spatial;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a spatial model: terms and outcome of the complete rows, and W among these rows, each row adding up to 1.</summary>
internal sealed class SpatialDesign
{
    private static readonly Note OneWay = new("asymmetric-weights", Severity.Information,
        "The weights are not mutual: for some units a neighbour does not have them as its neighbour, or not with the same weight before rows add up to 1. What spreads runs more one way than the other along such links; estimates and errors allow for it and the work takes longer. If neighbours are meant to be mutual, as with firms within a distance, check the links; nearest neighbours are rarely mutual and are right as they are.");

    private SpatialDesign(DesignMatrix design, SpatialWeights units, CsrMatrix weights, IReadOnlyList<Note> notes)
    {
        (Design, Units, Weights, Notes) = (design, units, weights, notes);
        LaggedOutcome = weights.Multiply(design.Outcome);
    }

    public DesignMatrix Design { get; }

    /// <summary>Gets the number of terms before the spatial lags of terms, the constant among them.</summary>
    public int OwnTerms { get; private init; }

    /// <summary>Gets the weights with the ids of the units.</summary>
    public SpatialWeights Units { get; }

    /// <summary>Gets W.</summary>
    public CsrMatrix Weights { get; }

    /// <summary>Gets Wy.</summary>
    public double[] LaggedOutcome { get; }

    /// <summary>Gets what is to be said of rows, islands and terms.</summary>
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Builds the numbers.</summary>
    /// <param name="sample">Observations and neighbours.</param>
    /// <param name="model">Outcome and terms.</param>
    /// <param name="laggedTerms">Whether W times each term but the constant is added, named lag_term.</param>
    public static SpatialDesign Build(SpatialSample sample, ModelSpecification model, bool laggedTerms = false)
    {
        ArgumentNullException.ThrowIfNull(sample);
        sample.Check();
        DesignMatrix design = DesignMatrix.Build(sample.Sample, model);
        bool varies = Array.Exists(design.Outcome, value => value != design.Outcome[0]);
        Require.That(varies, model.Outcome, FormattableString.Invariant($"must vary; it was {design.Outcome[0]} in every row"));
        SpatialWeights units = sample.Weights.Among(design.Rows).Coded(WeightsStyle.RowStandardised);
        Require.That(units.Links > 0, "weights", "must link at least two of the complete rows");
        CsrMatrix weights = units.ToMatrix();
        IReadOnlyList<Note> notes = [];
        int own = design.Terms.Length;
        if (laggedTerms)
        {
            int[] lagged = [.. Enumerable.Range(0, design.Terms.Length).Where(term => design.TermOf[term] >= 0)];
            notes = DesignNotes.Of(design);
            design = design.With(new TermColumns(design.Terms, design.Columns, design.TermOf).With(TermColumns.Of(
                [.. lagged.Select(term => LagName(design.Terms[term]))], [.. lagged.Select(term => weights.Multiply(design.Columns[term]))])));
        }

        return new SpatialDesign(design, units, weights, Notes())
        {
            OwnTerms = own,
        };

        IReadOnlyList<Note> Notes() =>
        [
            .. notes,
            .. laggedTerms ? AliasedTerms.Notes(design) : DesignNotes.Of(design),
            .. SpatialNotes.Islands(units, "they stay in the model with spatial lags of 0"),
            .. SymmetricSimilarity.ScaleOf(weights) is null ? [OneWay] : Array.Empty<Note>(),
        ];
    }

    /// <summary>Gives the name of the spatial lag of a term.</summary>
    public static string LagName(string term) => "lag_" + term;

    /// <summary>Refuses a map on which everybody is everybody's neighbour with equal weight.</summary>
    public void RefuseCompleteWeights()
    {
        int n = Units.Count;
        bool complete = Units.Links == (long)n * (n - 1) && Weights.Values.All(weight => Math.Abs((weight * (n - 1)) - 1) < 1e-9);
        Require.That(!complete, "weights", complete
            ? FormattableString.Invariant($"must not make all {n} units neighbours of each other with equal weight: a spatial lag is then what the mean and the unit's own value say already, and its coefficient cannot be estimated")
            : "");
    }

    /// <summary>Gives values less a share of their spatial lag: (I − λW)v.</summary>
    public double[] Filtered(double[] values, double share)
    {
        double[] lag = Weights.Multiply(values);
        for (int row = 0; row < lag.Length; row++)
        {
            lag[row] = values[row] - (share * lag[row]);
        }

        return lag;
    }
}
