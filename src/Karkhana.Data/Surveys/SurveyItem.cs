namespace Karkhana.Data.Surveys;

/// <summary>One item of the codebook.</summary>
/// <param name="Id">The id, which is the column in the survey file: <c>C05</c>.</param>
/// <param name="Block">The block: <c>C</c>.</param>
/// <param name="Construct">What it measures: <c>capability</c>, <c>effort</c>, <c>absorptive_capacity</c>, <c>EE01</c>,
/// <c>JA05</c>.</param>
/// <param name="Scale">The scale: <c>F5</c>, <c>L5</c>, <c>Y</c>, <c>N</c>, <c>P</c>, <c>M3</c>, <c>C5</c>.</param>
/// <param name="Minimum">The least answer, or NaN when open.</param>
/// <param name="Maximum">The greatest answer, or NaN when open.</param>
/// <param name="Reverse">Whether a high answer means little of the construct.</param>
/// <param name="Function">The function of the capability matrix, empty for other items.</param>
/// <param name="Complexity">The row of the capability matrix from 1 to 3, or 0 for other items.</param>
/// <param name="Labels">The wording by language code.</param>
public sealed record SurveyItem(
    string Id,
    string Block,
    string Construct,
    string Scale,
    double Minimum,
    double Maximum,
    bool Reverse,
    string Function,
    int Complexity,
    IReadOnlyDictionary<string, string> Labels)
{
    private const int MostSteps = 11; // percentages and counts have more

    /// <summary>Gives the place of an answer on a closed scale: 0 means little of the construct, 1 much.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The share of the scale, turned round for reverse items.</returns>
    public double ShareOfScale(double answer)
    {
        double share = (answer - Minimum) / (Maximum - Minimum);
        return Reverse ? 1 - share : share;
    }

    /// <summary>Gets the answer that shows that the line was read.</summary>
    /// <value>NaN, the default, for items that are no attention check.</value>
    public double Expected { get; init; } = double.NaN;

    /// <summary>Gets a value indicating whether the item only checks that lines are read.</summary>
    public bool IsAttentionCheck => !double.IsNaN(Expected);

    /// <summary>Gets a value indicating whether the answers are numbers; texts (scale T) and rosters (scale R) are
    /// not.</summary>
    public bool IsNumeric => Scale is not ("T" or "R");

    /// <summary>Gets the number of ordered answers of a closed scale of at most 11 whole steps; 0 for other scales.</summary>
    public int Steps => IsClosed && double.IsInteger(Minimum) && double.IsInteger(Maximum) && Maximum - Minimum < MostSteps
        ? (int)(Maximum - Minimum) + 1
        : 0;

    /// <summary>Gets a value indicating whether both ends of the scale are stated, the lower below the upper.</summary>
    public bool IsClosed => Maximum > Minimum;
}
