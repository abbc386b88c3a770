namespace Karkhana.Methods.Psychometrics;

/// <summary>The logarithms of an item's category probabilities in slope-intercept form, with their derivatives by the item's
/// own parameters: slope, intercepts d_1 … d_K, and whatever the model adds.</summary>
internal abstract class ItemCurve
{
    // Beyond it a logistic function is 0 or 1 to every digit; the ratio of two of them stays defined within.
    private protected const double FarthestLogit = 600;

    private static readonly CumulativeCurve Cumulative = new();
    private static readonly PartialCreditCurve PartialCredit = new();
    private static readonly GuessingCurve Guessing = new();

    /// <summary>Gives the curve of a model.</summary>
    public static ItemCurve Of(ItemModel model) => model switch
    {
        ItemModel.PartialCredit or ItemModel.GeneralisedPartialCredit => PartialCredit,
        ItemModel.ThreeParameter => Guessing,
        _ => Cumulative,
    };

    /// <summary>Gives the number of parameters of an item, the slope included.</summary>
    public virtual int ParameterCount(int categories) => categories;

    /// <summary>Gives the number of parameters of an item that are estimated: the slope only where it is free.</summary>
    public static int FreeParameters(ItemModel model, int categories) =>
        Of(model).ParameterCount(categories) - (model.HasUnitSlopes() ? 1 : 0);

    /// <summary>Says whether the logarithm of a category's probability depends on a parameter.</summary>
    public virtual bool Touches(int category, int parameter) => true;

    /// <summary>Says whether the parameters give every category a chance.</summary>
    public virtual bool IsFeasible(ReadOnlySpan<double> parameters) => true;

    /// <summary>Fills in the logarithms and their first derivatives at a node.</summary>
    public abstract void Fill(double theta, ReadOnlySpan<double> parameters, CurvePoint into);

    /// <summary>Adds the second derivatives of Σ_c n_c ln P_c to the lower triangle of a matrix, row by row.</summary>
    /// <param name="theta">The node.</param>
    /// <param name="point">What <see cref="Fill"/> gave there.</param>
    /// <param name="counts">n_c.</param>
    /// <param name="matrix">The matrix, as wide as there are parameters.</param>
    public abstract void AddCurvature(double theta, CurvePoint point, ReadOnlySpan<double> counts, Span<double> matrix);
}
