namespace Karkhana.Data.Surveys;

/// <summary>Interviews as they are read, one after another.</summary>
/// <param name="items">The number of items.</param>
internal sealed class AnswerRows(int items)
{
    private readonly List<double>[] _answers = [.. Enumerable.Range(0, items).Select(_ => new List<double>())];
    private readonly List<MissingCode>[] _missing = [.. Enumerable.Range(0, items).Select(_ => new List<MissingCode>())];
    private readonly List<int> _firms = [];
    private readonly List<double> _weights = [];
    private readonly List<bool> _synthetic = [];
    private readonly List<string> _interviewers = [];
    private readonly List<double> _minutes = [];

    public int Count => _firms.Count;

    public void Begin(int firm, double weight, bool synthetic, string interviewer, double minutes)
    {
        _firms.Add(firm);
        _weights.Add(weight);
        _synthetic.Add(synthetic);
        _interviewers.Add(interviewer);
        _minutes.Add(minutes);
    }

    public void Answer(int item, double answer, MissingCode code)
    {
        _answers[item].Add(answer);
        _missing[item].Add(code);
    }

    public Survey ToSurvey(IReadOnlyList<SurveyItem> described, InterviewColumns columns) => new(
        described, [.. _firms], [.. _answers.Select(column => column.ToArray())],
        [.. _missing.Select(column => column.ToArray())], [.. _weights],
        _synthetic.Contains(true) ? [.. _synthetic] : [])
    {
        Interviewers = columns.HasInterviewers ? [.. _interviewers] : [],
        Minutes = columns.HasDurations ? [.. _minutes] : [],
    };
}
