namespace Karkhana.Methods.Psychometrics;

/// <summary>Room for what an item's curve gives at one node.</summary>
internal readonly ref struct CurvePoint
{
    private CurvePoint(int categories, int parameters)
    {
        Parameters = parameters;
        Logs = new double[categories];
        Scores = new double[categories * parameters];
        Passes = new double[categories];
        Fails = new double[categories];
    }

    /// <summary>Gets the number of parameters.</summary>
    public int Parameters { get; }

    /// <summary>Gets ln P_c.</summary>
    public Span<double> Logs { get; }

    /// <summary>Gets ∂ ln P_c/∂parameter, category by category.</summary>
    public Span<double> Scores { get; }

    /// <summary>Gets what the curve keeps for its second derivatives: σ at each boundary, or P_c.</summary>
    public Span<double> Passes { get; }

    /// <summary>Gets 1 − σ at each boundary, with all digits.</summary>
    public Span<double> Fails { get; }

    /// <summary>Makes room for an item.</summary>
    public static CurvePoint Of(int categories, int parameters) => new(categories, parameters);
}
