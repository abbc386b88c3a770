using Karkhana.Core.Exchange;

namespace Karkhana.Policy;

/// <summary>Something that is watched while a programme runs (framework 4.4).</summary>
/// <param name="Id">The id: <c>mechanism-copy</c>.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Level">Where it stands between input and attribution.</param>
/// <param name="Name">The name that people read.</param>
/// <param name="Formula">How it is worked out.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Statistic">Which number of the answers it is.</param>
/// <param name="Items">The items of the survey, the score or the finding that it is worked out from.</param>
/// <param name="Channel">The channel of learning that it watches; null for others.</param>
/// <param name="Unit">The unit.</param>
public sealed record Indicator(
    string Id,
    int Version,
    IndicatorLevel Level,
    string Name,
    string Formula,
    string Frequency,
    IndicatorStatistic Statistic,
    IReadOnlyList<string> Items,
    LearningChannel? Channel,
    string Unit);
