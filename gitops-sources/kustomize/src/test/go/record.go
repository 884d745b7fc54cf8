package main

import (
	"fmt"
	"os"
	"strings"
)

// record writes what kustomize answers to each case; see the format in the corpus' README.
func record(paths []string) error {
	failed := 0
	for _, path := range paths {
		if err := recordOne(path); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			failed++
		}
	}
	fmt.Printf("%d cases, %d not recorded\n", len(paths), failed)
	if failed > 0 {
		return fmt.Errorf("%d cases could not be recorded", failed)
	}
	return nil
}

func recordOne(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	asked, phrase, err := parseCase(string(text))
	if err != nil {
		return err
	}
	reply := asked.answer()
	stem := strings.TrimSuffix(path, ".txt")
	os.Remove(stem + ".yaml")
	os.Remove(stem + ".err")
	switch {
	case reply.OK && phrase != "":
		return fmt.Errorf("builds, but should fail with: %s", phrase)
	case reply.OK:
		return os.WriteFile(stem+".yaml", []byte(reply.Output), 0o644)
	case phrase == "":
		return fmt.Errorf("fails, but has no line 'error:': %s", reply.Error)
	case !strings.Contains(reply.Error, phrase):
		return fmt.Errorf("fails without the words %q: %s", phrase, reply.Error)
	}
	return os.WriteFile(stem+".err", []byte(reply.Error+"\n"), 0o644)
}

// parseCase takes a case apart: comments and headers, then files that begin with a line
// "-- path --", "-- path base64 --" or "-- path -> target --".
func parseCase(text string) (request, string, error) {
	asked := request{Dir: ".", Files: map[string]string{}, Base64: map[string]string{}, Links: map[string]string{}}
	phrase, name := "", ""
	var content strings.Builder
	flush := func() {
		if file, binary := strings.CutSuffix(name, " base64"); binary {
			asked.Base64[file] = content.String()
		} else if name != "" {
			asked.Files[name] = content.String()
		}
		content.Reset()
	}
	inFiles := false
	for _, line := range strings.SplitAfter(text, "\n") {
		if head, is := heading(line); is {
			flush()
			inFiles = true
			name = head
			if link, target, is := strings.Cut(head, " -> "); is {
				asked.Links[link] = target
				name = ""
			}
			continue
		}
		if inFiles {
			content.WriteString(line)
			continue
		}
		if err := header(&asked, &phrase, strings.TrimSpace(line)); err != nil {
			return asked, phrase, err
		}
	}
	flush()
	return asked, phrase, nil
}

func heading(line string) (string, bool) {
	line = strings.TrimRight(line, "\n")
	if len(line) > 6 && strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --") {
		return line[3 : len(line)-3], true
	}
	return "", false
}

func header(asked *request, phrase *string, line string) error {
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch key {
	case "dir":
		asked.Dir = value
	case "reorder":
		asked.Reorder = value
	case "loadRestrictions":
		asked.LoadRestrictions = value
	case "managedBy":
		asked.ManagedBy = value == "true"
	case "error":
		*phrase = value
	default:
		return fmt.Errorf("unknown header %q", line)
	}
	return nil
}
