namespace Karkhana.Methods;

/// <summary>Samples of rows with replacement, by how often each row comes.</summary>
internal interface IResampling
{
    /// <summary>Gets the number of samples.</summary>
    int Replicates { get; }

    /// <summary>Gets the number of rows that are drawn from.</summary>
    int Rows { get; }

    /// <summary>Counts the rows of a sample: a pure function of its number.</summary>
    void Count(int replicate, Span<int> counts);
}
