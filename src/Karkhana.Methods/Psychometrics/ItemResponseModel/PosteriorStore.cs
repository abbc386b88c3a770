namespace Karkhana.Methods.Psychometrics;

/// <summary>The posterior of each pattern over the nodes, overwritten by each evaluation of the likelihood.</summary>
internal sealed class PosteriorStore
{
    private readonly double[] _values;
    private readonly int _stride;

    /// <summary>Initialises the store.</summary>
    /// <param name="patterns">The number of patterns.</param>
    /// <param name="stride">The length of a row of node values.</param>
    public PosteriorStore(int patterns, int stride)
    {
        _values = new double[(long)patterns * stride];
        _stride = stride;
        First = new int[patterns];
        Length = new int[patterns];
        Means = new double[patterns];
        Squares = new double[patterns];
    }

    /// <summary>Gets the first node, a multiple of four, from which on the posterior is not 0.</summary>
    public int[] First { get; }

    /// <summary>Gets the number of nodes, a multiple of four, in which it is not 0.</summary>
    public int[] Length { get; }

    /// <summary>Gets the posterior means of θ; only filled when the population is estimated.</summary>
    public double[] Means { get; }

    /// <summary>Gets the posterior means of θ²; only filled when the population is estimated.</summary>
    public double[] Squares { get; }

    /// <summary>Gives the row of a pattern.</summary>
    public Span<double> Row(int pattern) => new(_values, checked(pattern * _stride), _stride);

    /// <summary>Gives the part of a row that is not 0.</summary>
    public ReadOnlySpan<double> Window(int pattern) => Row(pattern).Slice(First[pattern], Length[pattern]);
}
