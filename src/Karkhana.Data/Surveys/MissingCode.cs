namespace Karkhana.Data.Surveys;

/// <summary>Why an answer is not there; kept apart from numbers and from each other to the end.</summary>
public enum MissingCode
{
    /// <summary>The answer is there.</summary>
    Present,

    /// <summary>The question was not put; written <c>not_asked</c> or left empty.</summary>
    NotAsked,

    /// <summary>The question does not apply; written <c>not_applicable</c>.</summary>
    NotApplicable,

    /// <summary>The firm does not know; written <c>dont_know</c>.</summary>
    DontKnow,

    /// <summary>The firm would not say; written <c>refused</c>.</summary>
    Refused,
}
