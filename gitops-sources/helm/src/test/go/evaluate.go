package main

import (
	"encoding/json"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/engine"
)

// templateRequest is a list of templates, each of which is rendered alone as templates/t of chart c.
type templateRequest struct {
	Templates []string       `json:"templates"`
	Values    map[string]any `json:"values"`
}

func (asked *templateRequest) answers() []answer {
	answers := make([]answer, len(asked.Templates))
	text, _ := json.Marshal(asked.Values)
	for i, template := range asked.Templates {
		// A template can change the values, so each has its own.
		var values map[string]any
		_ = json.Unmarshal(text, &values)
		answers[i] = evaluate(template, values)
	}
	return answers
}

func evaluate(template string, values map[string]any) answer {
	chrt := &chart.Chart{
		Metadata:  &chart.Metadata{APIVersion: "v2", Name: "c", Version: "1.2.3", AppVersion: "4.5.6"},
		Templates: []*common.File{{Name: "templates/t", Data: []byte(template)}},
		Files:     []*common.File{{Name: "a.txt", Data: []byte("one\ntwo\n")}, {Name: "conf/b.ini", Data: []byte("x=1")}},
	}
	options := common.ReleaseOptions{Name: "r", Namespace: "n", Revision: 1, IsInstall: true}
	top, err := util.ToRenderValues(chrt, values, options, common.DefaultCapabilities)
	if err != nil {
		return answer{Error: err.Error()}
	}
	out, err := engine.Render(chrt, top)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{OK: true, Output: out["c/templates/t"]}
}
