namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Numbers behind how the interviews went.</summary>
internal static class InterviewParameters
{
    private static readonly ParameterList List = new();

    public static readonly Parameter Interviewers = List.Assumed(
        "interviewers", 8, "interviewers", "makers are given to them at random, as many to each");
    public static readonly Parameter StraightLiner = List.Assumed(
        "straight_lining_interviewer", 4, "number", "planted: INT4 gives one answer to all of the battery AR");
    public static readonly Parameter StraightLined = List.Assumed(
        "straight_lined", 0.85, "share of the interviews of INT4", "planted");
    public static readonly Parameter Hasty = List.Assumed(
        "hasty_interviewer", 7, "number", "planted: INT7 takes far less time than the others");
    public static readonly Parameter HastyFactor = List.Assumed(
        "hasty_factor", 0.38, "share of the time of others", "planted");
    public static readonly Parameter Minutes = List.Assumed(
        "interview_minutes", 62, "minutes", "median; 60 to 75 minutes are what owners have patience for");
    public static readonly Parameter MinutesSpread = List.Assumed(
        "interview_minutes_spread", 0.16, "log points", "lognormal");
    public static readonly Parameter FailedCheck = List.Assumed(
        "failed_check", 0.02, "share of checks", "attention checks that sound interviewers fail");
    public static readonly Parameter FailedCheckCareless = List.Assumed(
        "failed_check_careless", 0.3, "share of checks", "planted: those of INT4 and INT7");
    public static readonly Parameter SecondVisits = List.Assumed(
        "second_visits", 24, "makers", "one in ten, by another interviewer");
    public static readonly Parameter AnsweredOtherwise = List.Assumed(
        "answered_otherwise", 0.2, "share of answers", "answers of the second visit that differ, by a step or by a tenth");
    public static readonly Parameter NotKnownAgain = List.Assumed(
        "not_known_again", 0.03, "share of answers", "don't know at the second visit");

    public static IReadOnlyList<Parameter> All => List.All;
}
