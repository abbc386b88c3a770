using System.Globalization;
using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Surveys;

/// <summary>The columns that say how an interview went: who held it, how long it took, which visit it was.</summary>
internal sealed class InterviewColumns
{
    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly int _interviewer;
    private readonly int _duration;
    private readonly int _started;
    private readonly int _ended;
    private readonly int _visit;

    public InterviewColumns(ITableSource source, StudyToml toml, ColumnFinder find, FileProblems problems)
    {
        (_source, _problems) = (source, problems);
        _interviewer = find.Optional("interviewer");
        _duration = find.Optional("duration");
        _visit = find.Optional("visit");
        bool timed = toml.Sets("survey", "started") || toml.Sets("survey", "ended");
        _started = timed ? find.Required("started") : -1;
        _ended = timed ? find.Required("ended") : -1;
        if (timed && _duration >= 0)
        {
            toml.Problems.Warning(
                "unused-key", null, "survey.started", "duration, or started and ended", "both",
                "The duration is used; the times are not.");
        }
    }

    public IReadOnlyList<int> Used => [_interviewer, _duration, _started, _ended, _visit];

    public bool HasInterviewers => _interviewer >= 0;

    public bool HasDurations => _duration >= 0 || (_started >= 0 && _ended >= 0);

    public bool HasVisits => _visit >= 0;

    /// <summary>Gives the code of the interviewer; empty when it is not known.</summary>
    public string Interviewer()
    {
        string code = _interviewer < 0 ? "" : _source.Text(_interviewer);
        if (_interviewer >= 0 && code.Length == 0)
        {
            _problems.Warning(
                "missing-interviewer", _source.Row, _source.Columns[_interviewer], "the code of the interviewer",
                "an empty cell", "The interview is left out wherever interviewers are compared.");
        }

        return code;
    }

    /// <summary>Gives the minutes that the interview took; NaN when they are not known.</summary>
    public double Minutes()
    {
        if (_duration >= 0)
        {
            return Duration();
        }

        if (!HasDurations || Time(_started) is not { } start || Time(_ended) is not { } end)
        {
            return double.NaN;
        }

        double minutes = (end - start).TotalMinutes;
        return minutes > 0 ? minutes : Refuse(_ended, "a time after that of the start");
    }

    /// <summary>Gives 1 or 2; 0 when it was reported.</summary>
    public int Visit()
    {
        if (_visit < 0)
        {
            return 1;
        }

        if (_source.TryNumber(_visit, out double visit) && visit is 1 or 2)
        {
            return (int)visit;
        }

        _problems.Error(
            "bad-visit", _source.Row, _source.Columns[_visit], "1 or 2", FileProblems.Quote(_source.Text(_visit)),
            "Write 1 for the first interview of a firm and 2 for the second.");
        return 0;
    }

    /// <summary>Says that a firm has a second interview and no first.</summary>
    public void ReportLoneSecond(long row, string firm) => _problems.Error(
        "bad-visit", row, _source.Columns[_visit], "a first interview of the firm beside the second",
        FileProblems.Quote(firm), "Write 1 if it was the only interview.");

    private double Duration()
    {
        if (!_source.TryNumber(_duration, out double minutes))
        {
            _problems.Error(
                "not-a-number", _source.Row, _source.Columns[_duration], "minutes, or an empty cell",
                FileProblems.Quote(_source.Text(_duration)), "Write digits only, without unit.");
            return double.NaN;
        }

        return minutes <= 0 ? Refuse(_duration, "minutes above 0, or an empty cell") : minutes;
    }

    private double Refuse(int column, string expected)
    {
        _problems.Error(
            "bad-duration", _source.Row, _source.Columns[column], expected, FileProblems.Quote(_source.Text(column)),
            "If the number is a code for missing, leave the cell empty.");
        return double.NaN;
    }

    private DateTimeOffset? Time(int column)
    {
        string text = _source.Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) && char.IsAsciiDigit(text[0])
            && text.Length >= 10 && text[4] == '-')
        {
            return time;
        }

        _problems.Error(
            "bad-time", _source.Row, _source.Columns[column], "a date and time such as 2024-05-17 10:30",
            FileProblems.Quote(text), "Export times in this form (ISO 8601).");
        return null;
    }
}
