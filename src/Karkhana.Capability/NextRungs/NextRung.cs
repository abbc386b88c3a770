using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>Where a firm stands on the ladder of a function, and what its next rung asks for.</summary>
/// <param name="Function">The function.</param>
/// <param name="Level">The attained row; 0 when none is.</param>
/// <param name="Next">The row to come; 0 when the survey asks for nothing above the attained one.</param>
/// <param name="Passed">The items of that row that the firm passed.</param>
/// <param name="NotYet">Those that it answered and did not pass.</param>
/// <param name="Unknown">Those without an answer, or that do not apply.</param>
public sealed record NextRung(
    string Function, int Level, int Next, IReadOnlyList<SurveyItem> Passed, IReadOnlyList<SurveyItem> NotYet, IReadOnlyList<SurveyItem> Unknown);
